using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Tajriba.ProcessMining;

namespace Tajriba.Host.CommandLine;

/// <summary>The filter options of <c>tajriba mine</c>. Filters apply in the order in which they stand on the command line.</summary>
internal static class MineFilters
{
    private static readonly (string Name, int Arguments, string Help, Func<string[], LogFilter> Make)[] Short =
    [
        ("--start-activity", 1, "Cases that begin with this activity (repeat for alternatives).", a => new LogFilter.StartActivities(a)),
        ("--end-activity", 1, "Cases that end with this activity (repeat for alternatives).", a => new LogFilter.EndActivities(a)),
        ("--contains", 1, "Cases with this activity (repeat for alternatives).", a => new LogFilter.Contains(a)),
        ("--never", 1, "Cases without this activity (repeat for more).", a => new LogFilter.NotContains(a)),
        ("--with-attribute", 1, "KEY=VALUE: cases with that attribute, or an event with it.", a => Attribute(a[0], FilterLevel.Case, not: false)),
        ("--without-attribute", 1, "KEY=VALUE: cases without it.", a => Attribute(a[0], FilterLevel.Case, not: true)),
        ("--events-with", 1, "KEY=VALUE: only the events with that attribute.", a => Attribute(a[0], FilterLevel.Event, not: false)),
        ("--events-without", 1, "KEY=VALUE: only the events without that attribute.", a => Attribute(a[0], FilterLevel.Event, not: true)),
        ("--between-times", 2, "FROM TO: cases that begin and end inside (ISO 8601).", a => Range(a, TimeRangeMode.TracesContained)),
        ("--overlapping-times", 2, "FROM TO: cases that overlap.", a => Range(a, TimeRangeMode.TracesIntersecting)),
        ("--events-between-times", 2, "FROM TO: only the events inside.", a => Range(a, TimeRangeMode.Events)),
        ("--top-variants", 1, "K: cases of the K most frequent variants.", a => new LogFilter.VariantsTopK(Whole(a[0]))),
        ("--variant", 1, "KEY: cases of that variant (repeat for alternatives).", a => new LogFilter.VariantKeys(a)),
        ("--min-duration", 1, "Cases that take at least so long: seconds, or 90s, 15m, 2h, 3d, 4w.", a => new LogFilter.CasePerformance(Seconds(a[0]))),
        ("--max-duration", 1, "Cases that take at most so long.", a => new LogFilter.CasePerformance(0, Seconds(a[0]))),
        ("--min-size", 1, "Cases with at least so many events.", a => new LogFilter.CaseSize(Whole(a[0]))),
        ("--max-size", 1, "Cases with at most so many events.", a => new LogFilter.CaseSize(0, Whole(a[0]))),
        ("--follows", 2, "A B: cases in which B comes after A at any distance.", a => new LogFilter.EventuallyFollows(a[0], a[1])),
        ("--not-follows", 2, "A B: cases in which B never comes after A.", a => new LogFilter.EventuallyFollows(a[0], a[1], Not: true)),
        ("--directly-follows", 2, "A B: cases in which B comes directly after A.", a => new LogFilter.DirectlyFollowsRelation(a[0], a[1])),
        ("--path-time", 4, "A B MIN MAX: cases in which B comes directly after A within these times.", a => new LogFilter.PathsPerformance(a[0], a[1], Seconds(a[2]), Seconds(a[3]))),
        ("--rework", 1, "Cases that do this activity twice or more.", a => new LogFilter.ActivitiesRework(a[0])),
        ("--between", 2, "A B: the pieces of cases from an A to the next B.", a => new LogFilter.Between(a[0], a[1])),
        ("--case-id", 1, "The case of this name (repeat for more).", a => new LogFilter.Cases(a)),
    ];

    private static readonly HashSet<string> Alternatives = ["--start-activity", "--end-activity", "--contains", "--never", "--variant", "--case-id"];

    public static void AddTo(Command command)
    {
        foreach ((string name, int arguments, string help, _) in Short)
        {
            command.Add(new Option<string[]>(name)
            {
                Description = help,
                Arity = new ArgumentArity(arguments, 1000),
                AllowMultipleArgumentsPerToken = arguments > 1,
            });
        }

        command.Add(new Option<string[]>("--filter")
        {
            Description = "A filter as JSON {\"filter\": …, \"params\": …}, as reports hold them (repeat for more).",
            Arity = new ArgumentArity(1, 1000),
            AllowMultipleArgumentsPerToken = false,
        });
    }

    /// <summary>The filters in order, each with the name it was given by.</summary>
    /// <exception cref="FormatException">An argument is not what its option wants.</exception>
    public static List<(LogFilter Filter, string? Name)> Read(ParseResult result)
    {
        var filters = new List<(LogFilter, string?)>();
        var merged = new HashSet<string>(StringComparer.Ordinal);
        string[] words = [.. result.Tokens.Select(t => t.Value)];
        for (int i = 0; i < words.Length; i++)
        {
            string word = words[i];
            if (word == "--filter" && i + 1 < words.Length)
            {
                filters.Add(Json(words[++i]));
                continue;
            }

            int known = Array.FindIndex(Short, s => s.Name == word);
            if (known < 0)
            {
                continue;
            }

            (string name, int arguments, _, Func<string[], LogFilter> make) = Short[known];
            if (Alternatives.Contains(name))
            {
                if (merged.Add(name))
                {
                    filters.Add((make(All(words, name)), null));
                }
            }
            else
            {
                string[] given = [.. words.Skip(i + 1).Take(arguments)];
                if (given.Length < arguments)
                {
                    throw new FormatException($"{name} wants {arguments} values");
                }

                filters.Add((make(given), null));
            }

            i += arguments;
        }

        return filters;
    }

    private static string[] All(string[] words, string name) =>
        [.. Enumerable.Range(0, words.Length - 1).Where(i => words[i] == name).Select(i => words[i + 1])];

    private static (LogFilter Filter, string? Name) Json(string text)
    {
        LogFilter filter = LogFilterJson.Parse(text);
        using JsonDocument document = JsonDocument.Parse(text);
        return (filter, document.RootElement.GetProperty("filter").GetString());
    }

    private static LogFilter.EventAttributeValues Attribute(string text, FilterLevel level, bool not)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0
            ? new LogFilter.EventAttributeValues(text[..equals], [text[(equals + 1)..]], level, not)
            : throw new FormatException($"'{text}' is not KEY=VALUE");
    }

    private static LogFilter.TimeRange Range(string[] times, TimeRangeMode mode) => new(Time(times[0]), Time(times[1]), mode);

    private static long Time(string text) =>
        LogTime.TryParse(text, out long time) ? time : throw new FormatException($"'{text}' is not an ISO 8601 date or time");

    private static int Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? n : throw new FormatException($"'{text}' is not a whole number");

    private static double Seconds(string text)
    {
        double unit = text.Length == 0 ? 0 : text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, 'd' => 86_400, 'w' => 604_800, _ => 0 };
        string number = unit == 0 ? text : text[..^1];
        return double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double n)
            ? n * (unit == 0 ? 1 : unit)
            : throw new FormatException($"'{text}' is not a duration; write seconds, or 90s, 15m, 2h, 3d, 4w");
    }
}
