using System.Text;
using Tajriba.Touchpoints.Capture.Feedback;
using Tajriba.Touchpoints.Capture.Import.Reading;

namespace Tajriba.Touchpoints.Capture.Import.Mapping;

/// <summary>Guesses what the columns of a file mean from their names, and where these say nothing from a sample of rows.</summary>
public static class MappingGuess
{
    /// <param name="columns">The file's columns.</param>
    /// <param name="sample">Rows as text, each parallel to the columns; missing cells are null.</param>
    public static ColumnMapping From(IReadOnlyList<string> columns, IReadOnlyList<string?[]> sample)
    {
        if (columns.Contains("objects") && columns.Contains("event") && columns.Contains("time") && columns.Contains("attributes"))
        {
            return Own(columns);
        }

        if (columns.Contains(ExportNames.Objects))
        {
            return OwnXes(columns);
        }

        string? time = ColumnNames.Find(columns, ColumnNames.Time);
        if (time is null || !HoldsTimes(sample, IndexOf(columns, time)))
        {
            time = columns.FirstOrDefault(c => HoldsTimes(sample, IndexOf(columns, c))) ?? time;
        }

        string? customer = ColumnNames.Find(columns, ColumnNames.Customer);
        string? @case = ColumnNames.Find(columns, ColumnNames.Case);
        string[] taken = [.. new[] { time, customer, @case }.OfType<string>()];
        string? text = ColumnNames.Find([.. columns.Except(taken)], ColumnNames.Text);
        string? activity = ColumnNames.Find([.. columns.Except(taken).Where(c => c != text)], ColumnNames.Activity) ?? (text is null ? Repeating(columns, sample, taken) : null);
        bool isFeedback = activity is null && text is not null;
        if (customer is null && @case is null && !isFeedback)
        {
            @case = columns.FirstOrDefault(c => c != time && c != activity && LooksLikeId(c));
        }

        return new ColumnMapping
        {
            Activity = activity,
            Time = time,
            Objects = [.. Objects(columns, customer, @case).Where(o => o.Column != activity && o.Column != time)],
            EventId = ColumnNames.Find(columns, ColumnNames.EventId) is { } id && AllDiffer(sample, IndexOf(columns, id)) ? id : null,
            Channel = ColumnNames.Find(columns, ColumnNames.Channel),
            Unit = ColumnNames.Find(columns, ColumnNames.Unit),
            EventName = isFeedback ? FeedbackMessages.Received : null,
            Text = isFeedback ? text : null,
            Rating = isFeedback ? ColumnNames.Find(columns, ColumnNames.Rating) : null,
            MonthFirst = time is not null && OnlyMonthFirstFits(sample, IndexOf(columns, time)),
        };
    }

    private static ColumnMapping Own(IReadOnlyList<string> columns) => new()
    {
        Activity = "event",
        Time = "time",
        EventId = columns.Contains("id") ? "id" : null,
        Source = columns.Contains("source") ? "source" : null,
        Channel = columns.Contains("channel") ? "channel" : null,
        Unit = columns.Contains("unit") ? "unit" : null,
        ObjectList = "objects",
        AttributeObject = "attributes",
        Attributes = [],
        OurExport = true,
    };

    private static ColumnMapping OwnXes(IReadOnlyList<string> columns) => new()
    {
        Activity = "concept:name",
        Time = "time:timestamp",
        EventId = ExportNames.Id,
        Source = ExportNames.Source,
        Channel = columns.Contains(ExportNames.Channel) ? ExportNames.Channel : null,
        Unit = columns.Contains(ExportNames.Unit) ? ExportNames.Unit : null,
        Objects = [.. columns.Where(c => c == "org:resource").Select(c => new ObjectColumn(c, "employee"))],
        ObjectList = ExportNames.Objects,
        Attributes = [.. columns.Where(c => !ExportNames.IsReserved(c))],
        OurExport = true,
    };

    private static IEnumerable<ObjectColumn> Objects(IReadOnlyList<string> columns, string? customer, string? @case)
    {
        (string? Column, string Type)[] found =
        [
            (customer, "customer"),
            (@case, "case"),
            (ColumnNames.Find(columns, ColumnNames.Order), "order"),
            (ColumnNames.Find(columns, ColumnNames.Session), "session"),
            (ColumnNames.Find(columns, ColumnNames.Employee), "employee"),
        ];
        return found.Where(f => f.Column is not null).DistinctBy(f => f.Column).Select(f => new ObjectColumn(f.Column!, f.Type));
    }

    private static int IndexOf(IReadOnlyList<string> columns, string column) => columns.ToList().IndexOf(column);

    private static List<string> Values(IReadOnlyList<string?[]> sample, int column) =>
        [.. sample.Select(row => column < row.Length ? row[column] : null).Where(v => !string.IsNullOrWhiteSpace(v)).OfType<string>()];

    private static bool HoldsTimes(IReadOnlyList<string?[]> sample, int column)
    {
        List<string> values = Values(sample, column);
        return values.Count > 0 && values.Count(v => Parses(v, false) || Parses(v, true)) >= 0.9 * values.Count
            && !values.TrueForAll(v => v.All(char.IsAsciiDigit) && v.Length < 10);
    }

    private static bool OnlyMonthFirstFits(IReadOnlyList<string?[]> sample, int column)
    {
        List<string> values = Values(sample, column);
        return values.Count(v => Parses(v, true)) > values.Count(v => Parses(v, false));
    }

    private static bool Parses(string text, bool monthFirst) =>
        EventTime.TryParse(Encoding.UTF8.GetBytes(text), new TimeRules(null, monthFirst), out _);

    /// <summary>The column of words with the fewest different values, where values repeat.</summary>
    private static string? Repeating(IReadOnlyList<string> columns, IReadOnlyList<string?[]> sample, string[] taken) =>
        columns.Select((name, index) => (name, values: Values(sample, index)))
            .Where(c => !taken.Contains(c.name) && c.values.Count > 0 && c.values.Count >= 0.9 * sample.Count)
            .Select(c => (c.name, different: c.values.Distinct(StringComparer.Ordinal).Count(), c.values))
            .Where(c => c.different > 1 && c.different <= c.values.Count / 2 && c.values.Any(v => v.Any(char.IsLetter)))
            .OrderBy(c => c.different)
            .Select(c => c.name)
            .FirstOrDefault();

    private static bool LooksLikeId(string column) =>
        column.Equals("id", StringComparison.OrdinalIgnoreCase) || column.EndsWith("_id", StringComparison.OrdinalIgnoreCase) || column.EndsWith("Id", StringComparison.Ordinal);

    private static bool AllDiffer(IReadOnlyList<string?[]> sample, int column)
    {
        List<string> values = Values(sample, column);
        return values.Count == sample.Count && values.Distinct(StringComparer.Ordinal).Count() == values.Count;
    }
}
