namespace Tajriba.Leadership.Maturity.Campaigns;

/// <summary>From where somebody looks at the organization.</summary>
public enum AnswerRole
{
    Leader,
    Staff,
    Expert,
}
