namespace Tajriba.Statistics;

/// <summary>Something that can be taken as a whole or not at all.</summary>
/// <param name="Value">What it is worth, not negative.</param>
/// <param name="Cost">What it costs, not negative.</param>
public sealed record KnapsackItem(double Value, decimal Cost)
{
    /// <summary>Whether it is taken or left in any case; null where that is open.</summary>
    public bool? Taken { get; init; }

    /// <summary>Places of items without which it cannot be taken.</summary>
    public IReadOnlyList<int> Needs { get; init; } = [];

    /// <summary>Places of items with which it cannot be taken together.</summary>
    public IReadOnlyList<int> Excludes { get; init; } = [];
}
