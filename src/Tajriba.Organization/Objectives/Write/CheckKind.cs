namespace Tajriba.Organization.Objectives.Write;

/// <summary>What is not as good as it could be about an objective or a key result.</summary>
public enum CheckKind
{
    /// <summary>Nobody answers for it.</summary>
    NoOwner,

    /// <summary>Its title is too short to be specific.</summary>
    Vague,

    /// <summary>Its title holds a number, which belongs into a key result.</summary>
    NumberInTitle,

    /// <summary>It has no key result, so that nobody will see whether it is reached.</summary>
    NoResult,

    /// <summary>One key result alone tempts to reach the number and miss the aim.</summary>
    OneResult,

    /// <summary>With more than five nobody knows which counts.</summary>
    ManyResults,

    /// <summary>No key result measures itself.</summary>
    NothingMeasured,

    /// <summary>It is work to be done, not what comes of it.</summary>
    Task,

    /// <summary>Its indicator is not there any more.</summary>
    Gone,

    /// <summary>There is too little to tell a value.</summary>
    Thin,

    /// <summary>Where it began is not known.</summary>
    NoBaseline,

    /// <summary>It was reached before the cycle began.</summary>
    WasReached,

    /// <summary>The way is shorter than what chance does to the value.</summary>
    WithinChance,

    /// <summary>It will be reached even if nobody does anything.</summary>
    Easy,

    /// <summary>Nothing that has been seen leads there.</summary>
    OutOfReach,
}
