using System.Text.Json.Serialization;
using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Indicators;

/// <summary>What an indicator counts and how. A definition is never changed: a change is its next version.</summary>
public sealed record IndicatorDefinition
{
    /// <summary>0 before it is saved for the first time.</summary>
    public long Id { get; init; }

    /// <summary>1 for the first; together with <see cref="Id"/> it names this text for ever.</summary>
    public int Version { get; init; }

    /// <summary>Its address: a-z, 0-9 and hyphens, unique.</summary>
    public required string Key { get; init; }

    public required LocalName Name { get; init; }

    /// <summary>What it tells, in a sentence or two; may be empty.</summary>
    public LocalName Description { get; init; } = new("");

    public required IndicatorKind Kind { get; init; }

    /// <summary>The events that are measured, or counted as the denominator of a share.</summary>
    public required EventQuery Of { get; init; }

    /// <summary>For <see cref="IndicatorKind.Share"/>: what the events counted meet.</summary>
    public IReadOnlyList<EventCondition> Hit { get; init; } = [];

    /// <summary>For <see cref="IndicatorKind.Followed"/>, and for the time until: the event that follows.</summary>
    public EventQuery? Then { get; init; }

    /// <summary>Object type that both events concern.</summary>
    public string? ObjectType { get; init; }

    /// <summary>Days within which the other event follows, above 0. An event counts when they are over.</summary>
    public double Days { get; init; } = 14;

    /// <summary>For <see cref="IndicatorKind.Followed"/>: counts those that nothing follows.</summary>
    public bool Not { get; init; }

    /// <summary>For <see cref="IndicatorKind.Rate"/>: the events that are counted against.</summary>
    public EventQuery? Per { get; init; }

    /// <summary>Attribute that holds the value, for means, percentiles and net shares; null where the time until <see cref="Then"/> is the value.</summary>
    public string? Value { get; init; }

    /// <summary>For <see cref="IndicatorKind.Percentile"/>: which, strictly between 0 and 1.</summary>
    public double Share { get; init; } = 0.5;

    /// <summary>For <see cref="IndicatorKind.NetShares"/>: the least value that counts as high.</summary>
    public double High { get; init; } = 9;

    /// <summary>For <see cref="IndicatorKind.NetShares"/>: the greatest value that counts as low.</summary>
    public double Low { get; init; } = 6;

    public IndicatorMeasure Measure { get; init; } = IndicatorMeasure.Percent;

    public bool HigherIsBetter { get; init; } = true;

    /// <summary>What it should reach, in its own unit; null where nothing was set.</summary>
    public double? Target { get; init; }

    /// <summary>Attributes by which it can be cut beside unit and channel, at most four.</summary>
    public IReadOnlyList<string> Slices { get; init; } = [];

    /// <summary>Code of the unit that owns the definition; null for the whole organization.</summary>
    public string? Unit { get; init; }

    /// <summary>People (their numbers) who are told of a signal; everyone who sees it where empty.</summary>
    public IReadOnlyList<long> Alerts { get; init; } = [];

    /// <summary>The slice that tells the step of a journey; null where none does.</summary>
    [JsonIgnore]
    public string? StepPath => Slices.FirstOrDefault(EventPaths.IsStep);

    /// <summary>Whether the value is the time from one event to another.</summary>
    [JsonIgnore]
    public bool IsElapsed => Kind is IndicatorKind.Mean or IndicatorKind.Percentile && Value is null;

    /// <summary>Whether two events of one object are looked for.</summary>
    [JsonIgnore]
    public bool IsPaired => Kind == IndicatorKind.Followed || IsElapsed;
}
