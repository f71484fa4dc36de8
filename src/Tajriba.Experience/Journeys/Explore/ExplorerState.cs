namespace Tajriba.Experience.Journeys.Explore;

/// <summary>Everything a person chose in the explorer; it lives in the address and nowhere else.</summary>
public sealed record ExplorerState
{
    public static ExplorerState Default { get; } = new();

    /// <summary>First day on which a journey may have begun (UTC), inclusive.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day on which a journey may have begun (UTC), inclusive.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Journeys that touched one of these channels.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>Journeys that touched one of these units.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>Journeys that carry every one of these values.</summary>
    public IReadOnlyList<AttributeFilter> Attributes { get; init; } = [];

    /// <summary>Journeys that went one of these ways, by the variant's key.</summary>
    public IReadOnlyList<string> Variants { get; init; } = [];

    /// <summary>Shortest duration in minutes, inclusive.</summary>
    public long? MinMinutes { get; init; }

    /// <summary>Longest duration in minutes, inclusive.</summary>
    public long? MaxMinutes { get; init; }

    /// <summary>Events that every journey shown contains.</summary>
    public IReadOnlyList<string> Contains { get; init; } = [];

    /// <summary>Events that no journey shown contains.</summary>
    public IReadOnlyList<string> Never { get; init; } = [];

    /// <summary>Pairs of which the second follows the first at some time.</summary>
    public IReadOnlyList<StepPair> Follows { get; init; } = [];

    /// <summary>Pairs of which the second follows the first at once.</summary>
    public IReadOnlyList<StepPair> Directly { get; init; } = [];

    /// <summary>Events with which a journey may begin.</summary>
    public IReadOnlyList<string> StartsWith { get; init; } = [];

    /// <summary>Events with which a journey may end.</summary>
    public IReadOnlyList<string> EndsWith { get; init; } = [];

    public MapMetric Metric { get; init; } = MapMetric.Frequency;

    /// <summary>How much of the map is drawn, 0-100.</summary>
    public int Detail { get; init; } = 40;

    public ExplorerTab Tab { get; init; } = ExplorerTab.Map;

    public TrendStep Step { get; init; } = TrendStep.Month;

    /// <summary>A unit whose journeys are set against all others, or null.</summary>
    public string? CompareUnit { get; init; }

    /// <summary>True where nothing narrows the journeys shown.</summary>
    public bool IsUnfiltered => Filters().Count == 0;

    /// <summary>The filters one by one, each with the state that lacks it; what the removable chips are made of.</summary>
    public IReadOnlyList<ActiveFilter> Filters()
    {
        var all = new List<ActiveFilter>();
        if (From is { } from)
        {
            all.Add(new("from", from.ToString("yyyy-MM-dd"), this with { From = null }));
        }

        if (To is { } to)
        {
            all.Add(new("to", to.ToString("yyyy-MM-dd"), this with { To = null }));
        }

        all.AddRange(Channels.Select(v => new ActiveFilter("channel", v, this with { Channels = Without(Channels, v) })));
        all.AddRange(Units.Select(v => new ActiveFilter("unit", v, this with { Units = Without(Units, v) })));
        all.AddRange(Attributes.Select(v => new ActiveFilter("attr." + v.Key, v.Value, this with { Attributes = Without(Attributes, v) })));
        all.AddRange(Variants.Select(v => new ActiveFilter("variant", v, this with { Variants = Without(Variants, v) })));
        if (MinMinutes is { } min)
        {
            all.Add(new("min", ExplorerQuery.FormatDuration(min), this with { MinMinutes = null }));
        }

        if (MaxMinutes is { } max)
        {
            all.Add(new("max", ExplorerQuery.FormatDuration(max), this with { MaxMinutes = null }));
        }

        all.AddRange(Contains.Select(v => new ActiveFilter("has", v, this with { Contains = Without(Contains, v) })));
        all.AddRange(Never.Select(v => new ActiveFilter("never", v, this with { Never = Without(Never, v) })));
        all.AddRange(Follows.Select(v => new ActiveFilter("follows", v.ToString(), this with { Follows = Without(Follows, v) })));
        all.AddRange(Directly.Select(v => new ActiveFilter("directly", v.ToString(), this with { Directly = Without(Directly, v) })));
        all.AddRange(StartsWith.Select(v => new ActiveFilter("starts", v, this with { StartsWith = Without(StartsWith, v) })));
        all.AddRange(EndsWith.Select(v => new ActiveFilter("ends", v, this with { EndsWith = Without(EndsWith, v) })));
        return all;
    }

    private static T[] Without<T>(IReadOnlyList<T> values, T value)
        => [.. values.Where(v => !EqualityComparer<T>.Default.Equals(v, value))];
}

/// <summary>One filter that is on.</summary>
/// <param name="Parameter">Its name in the query.</param>
/// <param name="Value">Its value as it stands there.</param>
/// <param name="Without">The state without it.</param>
public sealed record ActiveFilter(string Parameter, string Value, ExplorerState Without);
