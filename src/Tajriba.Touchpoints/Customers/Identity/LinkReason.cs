namespace Tajriba.Touchpoints.Customers.Identity;

/// <summary>What the log says of two identifiers. The numbers are stored; of the reasons that join, the lower is the stronger.</summary>
public enum LinkReason
{
    /// <summary>A person said so.</summary>
    Hand = 0,

    /// <summary>A source said that one is the other's new name.</summary>
    Alias = 1,

    /// <summary>One event told both.</summary>
    Together = 2,

    /// <summary>The source vouched that this address is theirs.</summary>
    VerifiedEmail = 3,

    /// <summary>The source vouched that this number is theirs.</summary>
    VerifiedPhone = 4,

    /// <summary>The address was given by them; nobody vouched for it, so it joins nothing.</summary>
    ClaimedEmail = 5,

    /// <summary>The number was given by them; nobody vouched for it, so it joins nothing.</summary>
    ClaimedPhone = 6,
}
