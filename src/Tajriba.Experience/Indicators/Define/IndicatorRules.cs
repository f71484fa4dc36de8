using System.Globalization;
using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Indicators.Define;

/// <summary>What a definition must hold.</summary>
public static class IndicatorRules
{
    private const int LongestName = 200;
    private const int LongestText = 1_000;
    private const int LongestKey = 64;
    private const int MostNames = 50;
    private const int MostConditions = 20;
    private const int MostSlices = 4;
    private const double MostDays = 3_650;

    /// <summary>The first rule that is broken, or null.</summary>
    public static IndicatorError.Invalid? Broken(IndicatorDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return Key(definition.Key) ?? Name(definition) ?? Query("of", definition.Of) ?? ByKind(definition) ?? Numbers(definition) ?? Rest(definition);
    }

    private static IndicatorError.Invalid? Key(string key)
        => key.Length is 0 ? new("key", "Required")
        : key.Length > LongestKey ? new("key", "TooLong")
        : key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && key is not ("new" or "templates" or "filter" or "definitions" or "digest" or "digests" or "signals") ? null : new("key", "OutOfRange");

    private static IndicatorError.Invalid? Name(IndicatorDefinition definition)
        => string.IsNullOrWhiteSpace(definition.Name.En) ? new("nameEn", "Required")
        : Longest(definition.Name) > LongestName ? new("nameEn", "TooLong")
        : Longest(definition.Description) > LongestText ? new("description", "TooLong") : null;

    private static IndicatorError.Invalid? ByKind(IndicatorDefinition d) => d.Kind switch
    {
        IndicatorKind.Share => d.Hit.Count == 0 ? new("hit", "Required") : Conditions("hit", d.Hit),
        IndicatorKind.Rate => d.Per is null ? new("per", "Required") : Query("per", d.Per),
        IndicatorKind.Followed => Pair(d),
        IndicatorKind.NetShares => string.IsNullOrEmpty(d.Value) ? new("value", "Required") : d.Low < d.High ? null : new("low", "OutOfRange"),
        _ => d.Value is null ? Pair(d) : d.Value.Length is 0 or > LongestName ? new("value", "Required") : null,
    };

    private static IndicatorError.Invalid? Pair(IndicatorDefinition d)
        => d.Then is null ? new("then", "Required")
        : Query("then", d.Then) ?? (string.IsNullOrWhiteSpace(d.ObjectType) ? new("objectType", "Required") : d.Days is > 0 and <= MostDays ? null : new("days", "OutOfRange"));

    private static IndicatorError.Invalid? Numbers(IndicatorDefinition d)
        => d.Kind == IndicatorKind.Percentile && d.Share is not (> 0 and < 1) ? new("share", "OutOfRange")
        : new[] { d.High, d.Low, d.Target ?? 0 }.All(double.IsFinite) ? null : new("target", "OutOfRange");

    private static IndicatorError.Invalid? Rest(IndicatorDefinition d)
        => d.Slices.Count > MostSlices || d.Slices.Distinct(StringComparer.Ordinal).Count() != d.Slices.Count
            || d.Slices.Any(s => s.Length is 0 or > LongestName || s is EventPaths.Channel or EventPaths.Unit) ? new("slices", "OutOfRange")
        : d.Alerts.Count > MostNames ? new("alerts", "TooLong") : null;

    private static IndicatorError.Invalid? Query(string member, EventQuery query)
        => query.Events.Count == 0 ? new(member, "Required")
        : query.Events.Count > MostNames || query.Events.Any(e => e.Length is 0 or > LongestName) ? new(member, "OutOfRange") : Conditions(member, query.Where);

    private static IndicatorError.Invalid? Conditions(string member, IReadOnlyList<EventCondition> conditions)
        => conditions.Count > MostConditions || conditions.Any(c => !Sound(c)) ? new(member, "OutOfRange") : null;

    private static bool Sound(EventCondition condition)
        => condition.Path.Length is > 0 and <= LongestName && condition.Values.Count <= MostNames && condition.Values.All(v => v.Length <= LongestName) && condition.Test switch
        {
            ConditionTest.Exists => condition.Values.Count == 0,
            ConditionTest.Is or ConditionTest.IsNot => condition.Values.Count > 0,
            _ => condition.Values.Count == 1 && double.TryParse(condition.Values[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var bound) && double.IsFinite(bound),
        };

    private static int Longest(LocalName name) => Math.Max(name.En.Length, Math.Max(name.Fa?.Length ?? 0, name.Ar?.Length ?? 0));
}
