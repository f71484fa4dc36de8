namespace Tajriba.Organization.Strategy.Links;

/// <summary>What the figures say of a link.</summary>
public enum LinkVerdict
{
    /// <summary>One of the two has no indicator, both have the same, or the reader may not see it.</summary>
    Unmeasured,

    /// <summary>There are too few months for any answer.</summary>
    TooThin,

    /// <summary>The months neither bear it out nor speak against it.</summary>
    Open,

    /// <summary>Where the cause is better, the effect is better too, by more than chance does.</summary>
    Holds,

    /// <summary>The cause has moved lately and the effect has not followed; nor did they move together before.</summary>
    NotFollowed,

    /// <summary>Where the cause is better, the effect is worse, by more than chance does.</summary>
    Opposite,
}
