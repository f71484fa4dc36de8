namespace Tajriba.Experience.Feedback.Cases;

/// <summary>How soon a case must be taken up; each has goals of its own.</summary>
public enum CasePriority
{
    Low,
    Normal,
    High,
    Urgent,
}
