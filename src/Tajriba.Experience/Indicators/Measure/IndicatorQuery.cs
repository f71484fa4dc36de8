using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Tajriba.Experience.Indicators.Measure;

/// <summary>Reads an <see cref="IndicatorState"/> from a query string and writes it back. What it does not know is an error, never ignored.</summary>
public static class IndicatorQuery
{
    /// <summary>Before the path of an attribute in the name of a parameter.</summary>
    public const string SlicePrefix = "slice.";

    private const int LongestText = 300;
    private const string Format8601 = "yyyy-MM-dd";

    /// <summary>Reads a query.</summary>
    /// <param name="query">Parameters by name.</param>
    /// <param name="error">What is wrong with the first parameter that is; null where all is well.</param>
    /// <param name="alsoAllowed">Parameters that the endpoint reads itself.</param>
    public static IndicatorState? Parse(IEnumerable<KeyValuePair<string, StringValues>> query, out IndicatorError.BadParameter? error, params ReadOnlySpan<string> alsoAllowed)
    {
        ArgumentNullException.ThrowIfNull(query);
        var state = IndicatorState.Default;
        error = null;
        foreach (var (name, raw) in query)
        {
            // A form that is sent without JavaScript carries its empty fields too; they say nothing.
            if (alsoAllowed.Contains(name) || raw.FirstOrDefault(v => !string.IsNullOrEmpty(v)) is not { } value)
            {
                continue;
            }

            if (value.Length > LongestText || raw.Count > 1 || Read(state, name, value) is not { } next)
            {
                error = new IndicatorError.BadParameter(name, Known(name) ? "It holds nothing that can be read there." : "There is no such parameter.");
                return null;
            }

            state = next;
        }

        if (state is { From: { } from, To: { } to } && from > to)
        {
            error = new IndicatorError.BadParameter("to", "It lies before the first day.");
            return null;
        }

        return state;
    }

    /// <summary>The state as a query string with its question mark, or empty for the default; parameters in a fixed order.</summary>
    public static string Format(IndicatorState state, params ReadOnlySpan<(string Name, string? Value)> more)
    {
        ArgumentNullException.ThrowIfNull(state);
        var query = QueryString.Empty;
        foreach (var (name, value) in Pairs(state))
        {
            query = query.Add(name, value);
        }

        foreach (var (name, value) in more)
        {
            query = string.IsNullOrEmpty(value) ? query : query.Add(name, value);
        }

        return query.ToString();
    }

    /// <summary>The parameters that are not as by default.</summary>
    public static IEnumerable<(string Name, string Value)> Pairs(IndicatorState state)
    {
        (string Name, string? Value)[] plain =
        [
            ("from", state.From?.ToString(Format8601)),
            ("to", state.To?.ToString(Format8601)),
            ("step", state.Step is { } step ? Name(step) : null),
            ("unit", state.Unit),
            ("channel", state.Channel),
            ("journey", state.Journey?.ToString(CultureInfo.InvariantCulture)),
            ("by", state.By),
        ];
        return plain.Where(p => p.Value is not null).Select(p => (p.Name, p.Value!)).Concat(state.Slices.Select(s => (SlicePrefix + s.Key, s.Value)));
    }

    /// <summary>A step as parameters name it.</summary>
    public static string Name(PeriodStep step) => step.ToString().ToLowerInvariant();

    private static bool Known(string name) => name is "from" or "to" or "step" or "unit" or "channel" or "journey" or "by" || name.StartsWith(SlicePrefix, StringComparison.Ordinal);

    private static IndicatorState? Read(IndicatorState state, string name, string value) => name switch
    {
        "from" => Day(value) is { } from ? state with { From = from } : null,
        "to" => Day(value) is { } to ? state with { To = to } : null,
        "step" => Enum.GetValues<PeriodStep>().Where(s => Name(s) == value).Select(s => (PeriodStep?)s).FirstOrDefault() is { } step ? state with { Step = step } : null,
        "unit" => state with { Unit = value },
        "channel" => state with { Channel = value },
        "journey" => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var journey) ? state with { Journey = journey } : null,
        "by" => state with { By = value },
        _ => name.StartsWith(SlicePrefix, StringComparison.Ordinal) && name.Length > SlicePrefix.Length
            ? state with { Slices = new SortedDictionary<string, string>(state.Slices.ToDictionary(), StringComparer.Ordinal) { [name[SlicePrefix.Length..]] = value } }
            : null,
    };

    private static DateOnly? Day(string text)
        => DateOnly.TryParseExact(text, Format8601, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1000 and <= 9000 ? day : null;
}
