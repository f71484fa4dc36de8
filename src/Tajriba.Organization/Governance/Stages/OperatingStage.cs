namespace Tajriba.Organization.Governance.Stages;

/// <summary>From a first team to a stable structure.</summary>
public enum OperatingStage
{
    /// <summary>Some people begin beside their other work.</summary>
    Team,

    /// <summary>Those who can decide sit together.</summary>
    Committee,

    /// <summary>A unit of its own does it.</summary>
    Unit,

    /// <summary>It is how the organization works, whoever comes or goes.</summary>
    Stable,
}
