using System.Globalization;
using System.Text.Json;

namespace Tajriba.ProcessMining;

/// <summary>
/// Filters as JSON objects <c>{"filter": name, "params": …}</c>, and <c>"not": true</c> where a filter can be inverted. A remark in
/// brackets after the name is passed over. Other members of the object are passed over too, so that an entry of a report's
/// <c>filters</c> can be given back as it stands.
/// </summary>
public static class LogFilterJson
{
    private static readonly Dictionary<string, Func<JsonElement, bool, LogFilter>> Known = new(StringComparer.Ordinal)
    {
        ["start_activities"] = (p, not) => new LogFilter.StartActivities(Strings(p), not),
        ["end_activities"] = (p, not) => new LogFilter.EndActivities(Strings(p), not),
        ["event_attribute_values level=event"] = (p, not) => new LogFilter.EventAttributeValues(Text(p, "attribute"), Strings(Member(p, "values")), FilterLevel.Event, not),
        ["event_attribute_values level=case"] = (p, not) => new LogFilter.EventAttributeValues(Text(p, "attribute"), Strings(Member(p, "values")), FilterLevel.Case, not),
        ["time_range traces_contained"] = (p, _) => Range(p, TimeRangeMode.TracesContained),
        ["time_range traces_intersecting"] = (p, _) => Range(p, TimeRangeMode.TracesIntersecting),
        ["time_range events"] = (p, _) => Range(p, TimeRangeMode.Events),
        ["case_performance"] = (p, _) => new LogFilter.CasePerformance(Number(p, "min_seconds", 0), Number(p, "max_seconds", double.PositiveInfinity)),
        ["case_size"] = (p, _) => new LogFilter.CaseSize(Whole(At(p, 0)), Whole(At(p, 1))),
        ["variants_top_k"] = (p, _) => new LogFilter.VariantsTopK(Whole(p)),
        ["directly_follows_relation"] = (p, not) => new LogFilter.DirectlyFollowsRelation(Text(At(p, 0)), Text(At(p, 1)), not),
        ["paths_performance"] = (p, _) => new LogFilter.PathsPerformance(Text(At(Member(p, "pair"), 0)), Text(At(Member(p, "pair"), 1)), Number(p, "min_seconds", 0), Number(p, "max_seconds", double.PositiveInfinity)),
        ["activities_rework"] = (p, _) => new LogFilter.ActivitiesRework(Text(p, "activity"), p.TryGetProperty("min", out JsonElement min) ? Whole(min) : 2),
        ["between"] = (p, _) => new LogFilter.Between(Text(At(p, 0)), Text(At(p, 1))),
        ["contains"] = (p, _) => new LogFilter.Contains(Strings(p)),
        ["not_contains"] = (p, _) => new LogFilter.NotContains(Strings(p)),
        ["eventually_follows"] = (p, not) => new LogFilter.EventuallyFollows(Text(At(p, 0)), Text(At(p, 1)), not),
        ["variants"] = (p, not) => new LogFilter.VariantKeys(Strings(p), not),
        ["cases"] = (p, not) => new LogFilter.Cases(Strings(p), not),
    };

    /// <summary>Reads one filter.</summary>
    /// <exception cref="FormatException">The text is not such a filter; the message says what is wrong in one line.</exception>
    public static LogFilter Parse(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return Parse(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new FormatException($"the filter is not JSON: {e.Message}", e);
        }
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static LogFilter Parse(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("a filter is a JSON object with 'filter' and 'params'");
        }

        string name = Text(json, "filter");
        int remark = name.IndexOf(" (", StringComparison.Ordinal);
        string plain = remark < 0 ? name : name[..remark];
        bool not = json.TryGetProperty("not", out JsonElement flag) && flag.ValueKind == JsonValueKind.True;
        if (!Known.TryGetValue(plain, out Func<JsonElement, bool, LogFilter>? make))
        {
            throw new FormatException($"there is no filter '{plain}'; known are {string.Join(", ", Known.Keys.Order(StringComparer.Ordinal))}");
        }

        return make(Member(json, "params"), not);
    }

    /// <summary>The filter's name and its parameters as plain values (text, numbers, lists and dictionaries in order).</summary>
    public static (string Name, object Params, bool Not) Describe(LogFilter filter) => filter switch
    {
        LogFilter.StartActivities f => ("start_activities", f.Activities, f.Not),
        LogFilter.EndActivities f => ("end_activities", f.Activities, f.Not),
        LogFilter.EventAttributeValues f => ($"event_attribute_values level={(f.Level == FilterLevel.Event ? "event" : "case")}", Pairs(("attribute", f.Attribute), ("values", f.Values)), f.Not),
        LogFilter.TimeRange f => ($"time_range {Mode(f.Mode)}", new[] { LogTime.Format(f.From), LogTime.Format(f.To) }, false),
        LogFilter.CasePerformance f => ("case_performance", Bounds(f.MinSeconds, f.MaxSeconds), false),
        LogFilter.CaseSize f => ("case_size", new[] { f.Min, f.Max }, false),
        LogFilter.VariantsTopK f => ("variants_top_k", f.K, false),
        LogFilter.DirectlyFollowsRelation f => ("directly_follows_relation", new[] { f.From, f.To }, f.Not),
        LogFilter.PathsPerformance f => ("paths_performance", Pairs([("pair", new[] { f.From, f.To }), .. Bounds(f.MinSeconds, f.MaxSeconds).Select(b => (b.Key, b.Value))]), false),
        LogFilter.ActivitiesRework f => ("activities_rework", Pairs(("activity", f.Activity), ("min", f.Min)), false),
        LogFilter.Between f => ("between", new[] { f.From, f.To }, false),
        LogFilter.Contains f => ("contains", f.Activities, false),
        LogFilter.NotContains f => ("not_contains", f.Activities, false),
        LogFilter.EventuallyFollows f => ("eventually_follows", new[] { f.From, f.To }, f.Not),
        LogFilter.VariantKeys f => ("variants", f.Keys, f.Not),
        LogFilter.Cases f => ("cases", f.Ids, f.Not),
        _ => throw new ArgumentException($"Unknown filter {filter}.", nameof(filter)),
    };

    /// <summary>The filter as JSON that <see cref="Parse(string)"/> reads back.</summary>
    public static string Write(LogFilter filter)
    {
        (string name, object parameters, bool not) = Describe(filter);
        List<KeyValuePair<string, object>> pairs = Pairs(("filter", name), ("params", parameters));
        if (not)
        {
            pairs.Add(new("not", true));
        }

        return ReportJson.Write(pairs);
    }

    private static string Mode(TimeRangeMode mode) => mode switch
    {
        TimeRangeMode.TracesContained => "traces_contained",
        TimeRangeMode.TracesIntersecting => "traces_intersecting",
        _ => "events",
    };

    private static List<KeyValuePair<string, object>> Bounds(double min, double max) =>
        double.IsPositiveInfinity(max) ? Pairs(("min_seconds", min)) : Pairs(("min_seconds", min), ("max_seconds", max));

    private static List<KeyValuePair<string, object>> Pairs(params (string Key, object Value)[] pairs) =>
        [.. pairs.Select(p => new KeyValuePair<string, object>(p.Key, p.Value))];

    private static LogFilter.TimeRange Range(JsonElement p, TimeRangeMode mode) => new(Time(At(p, 0)), Time(At(p, 1)), mode);

    private static long Time(JsonElement e) =>
        LogTime.TryParse(Text(e), out long time) ? time : throw new FormatException($"'{Text(e)}' is not an ISO 8601 date or time");

    private static JsonElement Member(JsonElement e, string name) =>
        e.ValueKind == JsonValueKind.Object && e.TryGetProperty(name, out JsonElement value) ? value : throw new FormatException($"the filter lacks '{name}'");

    private static JsonElement At(JsonElement e, int index) =>
        e.ValueKind == JsonValueKind.Array && e.GetArrayLength() == 2 ? e[index] : throw new FormatException("the filter's params are a list of two");

    private static string Text(JsonElement e, string name) => Text(Member(e, name));

    private static string Text(JsonElement e) => e.ValueKind switch
    {
        JsonValueKind.String => e.GetString()!,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => e.GetRawText(),
        _ => throw new FormatException("the filter wants text where something else stands"),
    };

    private static List<string> Strings(JsonElement e) =>
        e.ValueKind == JsonValueKind.Array ? [.. e.EnumerateArray().Select(Text)] : throw new FormatException("the filter wants a list of texts");

    private static int Whole(JsonElement e) =>
        e.ValueKind == JsonValueKind.Number && e.TryGetInt32(out int n) ? n : throw new FormatException("the filter wants a whole number");

    private static double Number(JsonElement p, string name, double absent)
    {
        if (p.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException($"the filter's params are an object with '{name}'");
        }

        return !p.TryGetProperty(name, out JsonElement e) || e.ValueKind == JsonValueKind.Null ? absent
            : e.ValueKind == JsonValueKind.Number ? e.GetDouble() : throw new FormatException($"the filter wants a number for '{name}'");
    }
}
