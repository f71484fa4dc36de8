namespace Tajriba.Client.Delivery;

/// <summary>What follows from an answer.</summary>
internal enum Verdict
{
    /// <summary>The server has it.</summary>
    Taken,

    /// <summary>Not now: again later.</summary>
    Again,

    /// <summary>Too much at once: in halves.</summary>
    TooLarge,

    /// <summary>Never.</summary>
    Rejected,
}
