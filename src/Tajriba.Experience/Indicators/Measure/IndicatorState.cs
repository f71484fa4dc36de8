namespace Tajriba.Experience.Indicators.Measure;

/// <summary>What an address asks of an indicator. Everything that a page shows follows from it.</summary>
public sealed record IndicatorState
{
    public static IndicatorState Default { get; } = new();

    /// <summary>The first day; null for ninety days before the last.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day; null for today.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Length of the periods of a trend; null for what suits the days.</summary>
    public PeriodStep? Step { get; init; }

    public string? Unit { get; init; }

    public string? Channel { get; init; }

    /// <summary>Number of the journey whose steps alone count; null for all.</summary>
    public long? Journey { get; init; }

    /// <summary>Values of attributes, by path, in the order of the paths.</summary>
    public IReadOnlyDictionary<string, string> Slices { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>By what it is cut: <c>unit</c>, <c>channel</c> or a path; null for not at all.</summary>
    public string? By { get; init; }

    /// <summary>The days meant, seen from a day.</summary>
    public Period Days(DateOnly today)
    {
        var to = To ?? (From > today ? From.Value : today);
        return new Period(From ?? to.AddDays(-89), to);
    }

    /// <summary>The step asked for, or the one that gives some ten to thirty periods.</summary>
    public PeriodStep StepOver(Period days) => Step ?? days.Days switch
    {
        <= 31 => PeriodStep.Day,
        <= 200 => PeriodStep.Week,
        <= 1_200 => PeriodStep.Month,
        _ => PeriodStep.Quarter,
    };
}
