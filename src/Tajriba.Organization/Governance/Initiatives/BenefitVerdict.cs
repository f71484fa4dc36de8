namespace Tajriba.Organization.Governance.Initiatives;

/// <summary>What can be said of a benefit.</summary>
public enum BenefitVerdict
{
    /// <summary>There is too little since then.</summary>
    TooEarly,

    /// <summary>Nothing that chance would not do.</summary>
    Chance,

    /// <summary>It moved the wrong way.</summary>
    Worse,

    /// <summary>It moved the right way, less than expected.</summary>
    Partly,

    /// <summary>It moved the right way, as much as expected or more.</summary>
    Reached,
}
