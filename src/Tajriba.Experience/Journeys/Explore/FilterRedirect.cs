using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Tajriba.Ui;

namespace Tajriba.Experience.Journeys.Explore;

/// <summary>Takes what a person typed into the filter form, in any digits and calendar, and leads to the address that says the same.</summary>
internal static class FilterRedirect
{
    public static async Task<IResult> GoAsync(long id, HttpContext http, JourneyReader reader, Read read)
    {
        if (await reader.FindAsync(id, http.RequestAborted) is null)
        {
            return JourneyProblems.Of(new JourneyError.NotFound());
        }

        var (first, then) = (http.Request.Query["followsFirst"].ToString(), http.Request.Query["followsThen"].ToString());
        var typed = http.Request.Query.Where(p => p.Key is not ("followsFirst" or "followsThen")).SelectMany(p => Canonical(p.Key, p.Value, read));
        if (first.Length > 0 && then.Length > 0)
        {
            typed = typed.Append(new("follows", new StepPair(first, then).ToString()));
        }

        var query = typed.GroupBy(p => p.Key)
            .Select(g => KeyValuePair.Create(g.Key, new StringValues([.. g.Select(p => p.Value)])));
        return ExplorerQuery.Parse(query, out var error) is { } state
            ? TypedResults.LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/journeys/{id}{ExplorerQuery.Format(state)}"))
            : JourneyProblems.Of(error!);
    }

    private static IEnumerable<KeyValuePair<string, string?>> Canonical(string name, StringValues values, Read read)
    {
        foreach (var value in values.Where(v => !string.IsNullOrWhiteSpace(v)))
        {
            yield return name switch
            {
                "from" or "to" => new(name, read.Date(value)?.ToString("yyyy-MM-dd") ?? value),
                "min" or "max" => new(name, read.Duration(value) is { } span ? ExplorerQuery.FormatDuration((long)span.TotalMinutes) : value),
                "detail" => new(name, read.Count(value)?.ToString(CultureInfo.InvariantCulture) ?? value),

                // One list chooses between channels, units and attribute values: its options are "name=value".
                "where" when value!.IndexOf('=', StringComparison.Ordinal) is > 0 and var at => new(value[..at], value[(at + 1)..]),
                _ => new(name, value),
            };
        }
    }
}
