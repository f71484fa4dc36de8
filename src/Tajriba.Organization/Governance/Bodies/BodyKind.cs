namespace Tajriba.Organization.Governance.Bodies;

/// <summary>What a body is.</summary>
public enum BodyKind
{
    /// <summary>Decides for the whole.</summary>
    Council,

    /// <summary>Decides about a part.</summary>
    Committee,

    /// <summary>Does the work, beside other work.</summary>
    Team,

    /// <summary>Does the work and nothing else; stands in the organization's chart.</summary>
    Unit,
}
