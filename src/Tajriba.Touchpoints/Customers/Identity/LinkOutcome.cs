namespace Tajriba.Touchpoints.Customers.Identity;

/// <summary>What follows from a link.</summary>
public enum LinkOutcome
{
    /// <summary>The two are one.</summary>
    Joined,

    /// <summary>Nobody vouched for the address or number.</summary>
    Unverified,

    /// <summary>One of them was met with too many customers.</summary>
    Shared,

    /// <summary>One of them is a filler that identifies nobody.</summary>
    Filler,

    /// <summary>A person keeps them, or others of the two persons, apart.</summary>
    KeptApart,
}
