namespace Tajriba.Organization.Objectives.Reviews;

/// <summary>A meeting about how objectives stand.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Cycle">Code of the cycle.</param>
/// <param name="Unit">Code of the unit whose objectives are looked at, with all below it; null for all.</param>
/// <param name="On">The day.</param>
public sealed record Review(string Title, string Cycle, string? Unit, DateOnly On)
{
    /// <summary>Whether it was held.</summary>
    public bool IsHeld { get; init; }

    /// <summary>What was said and decided.</summary>
    public string Minutes { get; init; } = "";

    /// <summary>How it stood when it was held, as whoever kept the minutes saw it.</summary>
    public IReadOnlyList<ReviewedItem> Agenda { get; init; } = [];

    /// <summary>Share of the way of every objective looked at, by code, so that the next one can tell what moved.</summary>
    public IReadOnlyDictionary<string, double> Progress { get; init; } = new Dictionary<string, double>();
}
