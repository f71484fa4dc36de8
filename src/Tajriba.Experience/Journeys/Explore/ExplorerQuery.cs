using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Tajriba.Experience.Journeys.Explore;

/// <summary>Reads an <see cref="ExplorerState"/> from a query string and writes it back. What it does not know is an error, never ignored.</summary>
public static class ExplorerQuery
{
    private const int LongestText = 300;
    private const int MostValues = 50;
    private const string AttributePrefix = "attr.";

    /// <summary>Reads a query.</summary>
    /// <param name="query">Parameters by name.</param>
    /// <param name="error">What is wrong with the first parameter that is; null where all is well.</param>
    /// <param name="alsoAllowed">Parameters that the endpoint reads itself.</param>
    public static ExplorerState? Parse(IEnumerable<KeyValuePair<string, StringValues>> query, out JourneyError.BadParameter? error, params ReadOnlySpan<string> alsoAllowed)
    {
        ArgumentNullException.ThrowIfNull(query);
        var state = ExplorerState.Default;
        error = null;
        foreach (var (name, raw) in query)
        {
            // A form that is sent without JavaScript carries its empty fields too; they say nothing.
            string[] values = [.. raw.Where(v => !string.IsNullOrEmpty(v)).Distinct(StringComparer.Ordinal)!];
            if (alsoAllowed.Contains(name))
            {
                continue;
            }

            var (next, reason) = values.Length > MostValues || Array.Exists(values, v => v.Length > LongestText)
                ? (null, "Too long.")
                : Read(state, name, values);
            if (next is null)
            {
                error = new JourneyError.BadParameter(name, reason);
                return null;
            }

            state = next;
        }

        return state;
    }

    /// <summary>The state as a query string with its question mark, or empty for the default; parameters in a fixed order.</summary>
    public static string Format(ExplorerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var query = QueryString.Empty;
        foreach (var filter in state.Filters())
        {
            query = query.Add(filter.Parameter, filter.Value);
        }

        if (state.Metric != MapMetric.Frequency)
        {
            query = query.Add("metric", Name(state.Metric));
        }

        if (state.Detail != ExplorerState.Default.Detail)
        {
            query = query.Add("detail", state.Detail.ToString(CultureInfo.InvariantCulture));
        }

        if (state.Tab != ExplorerTab.Map)
        {
            query = query.Add("tab", Name(state.Tab));
        }

        if (state.Step != TrendStep.Month)
        {
            query = query.Add("by", Name(state.Step));
        }

        return (state.CompareUnit is { } unit ? query.Add("compare", unit) : query).ToString();
    }

    /// <summary>Minutes in the largest unit that divides them: <c>3d</c>, <c>4h</c>, <c>90m</c>.</summary>
    public static string FormatDuration(long minutes)
        => minutes % 1440 == 0 ? $"{minutes / 1440}d" : minutes % 60 == 0 ? $"{minutes / 60}h" : $"{minutes}m";

    /// <summary>The name of a choice in the query.</summary>
    public static string Name<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static (ExplorerState? State, string Reason) Read(ExplorerState state, string name, string[] values)
    {
        if (name.StartsWith(AttributePrefix, StringComparison.Ordinal) && name.Length > AttributePrefix.Length)
        {
            var key = name[AttributePrefix.Length..];
            return (state with { Attributes = [.. state.Attributes, .. values.Select(v => new AttributeFilter(key, v))] }, "");
        }

        switch (name)
        {
            case "channel": return (state with { Channels = values }, "");
            case "unit": return (state with { Units = values }, "");
            case "has": return (state with { Contains = values }, "");
            case "never": return (state with { Never = values }, "");
            case "starts": return (state with { StartsWith = values }, "");
            case "ends": return (state with { EndsWith = values }, "");
            case "variant":
                return Array.TrueForAll(values, v => ulong.TryParse(v, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out _) && v.Length == 16)
                    ? (state with { Variants = values }, "") : (null, "A variant's key has 16 hexadecimal digits.");
            case "follows":
            case "directly":
                StepPair?[] pairs = [.. values.Select(StepPair.Parse)];
                return Array.Exists(pairs, p => p is null) ? (null, "Write FIRST~>THEN.")
                    : (name == "follows" ? state with { Follows = pairs! } : state with { Directly = pairs! }, "");
        }

        if (values.Length == 0)
        {
            return IsSingle(name) ? (state, "") : (null, "There is no such parameter.");
        }

        return values.Length > 1 && IsSingle(name) ? (null, "It may stand once.") : ReadSingle(state, name, values[0]);
    }

    private static bool IsSingle(string name) => name is "from" or "to" or "min" or "max" or "metric" or "detail" or "tab" or "by" or "compare";

    private static (ExplorerState? State, string Reason) ReadSingle(ExplorerState state, string name, string value)
    {
        switch (name)
        {
            case "from":
            case "to":
                return !DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? (null, "Write a day as 2026-01-31.")
                    : (name == "from" ? state with { From = day } : state with { To = day }, "");
            case "min":
            case "max":
                return ParseDuration(value) is not { } minutes ? (null, "Write a duration as 90m, 4h or 3d.")
                    : (name == "min" ? state with { MinMinutes = minutes } : state with { MaxMinutes = minutes }, "");
            case "detail":
                return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var detail) && detail <= 100
                    ? (state with { Detail = detail }, "") : (null, "It is a whole number from 0 to 100.");
            case "metric":
                return Choice<MapMetric>(value) is { } metric ? (state with { Metric = metric }, "") : (null, OneOf<MapMetric>());
            case "tab":
                return Choice<ExplorerTab>(value) is { } tab ? (state with { Tab = tab }, "") : (null, OneOf<ExplorerTab>());
            case "by":
                return Choice<TrendStep>(value) is { } step ? (state with { Step = step }, "") : (null, OneOf<TrendStep>());
            case "compare":
                return (state with { CompareUnit = value }, "");
            default:
                return (null, "There is no such parameter.");
        }
    }

    private static long? ParseDuration(string value)
    {
        var factor = value[^1] switch { 'm' => 1, 'h' => 60, 'd' => 1440, _ => 0 };
        return factor > 0 && int.TryParse(value.AsSpan(0, value.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? (long)count * factor : null;
    }

    private static T? Choice<T>(string value) where T : struct, Enum
    {
        foreach (var choice in Enum.GetValues<T>())
        {
            if (Name(choice) == value)
            {
                return choice;
            }
        }

        return null;
    }

    private static string OneOf<T>() where T : struct, Enum => "It is one of " + string.Join(", ", Enum.GetValues<T>().Select(Name)) + ".";
}
