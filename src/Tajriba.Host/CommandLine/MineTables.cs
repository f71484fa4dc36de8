using System.Globalization;
using Spectre.Console;
using Tajriba.ProcessMining;

namespace Tajriba.Host.CommandLine;

/// <summary>A log as tables for people.</summary>
internal static class MineTables
{
    private const int Rows = 15;

    public static void Print(ReadLog read, string file, IReadOnlyList<(LogFilter Filter, string? Name)> filters)
    {
        LogView view = read.Log.Where([.. filters.Select(f => f.Filter)]);
        StringTable names = read.Log.Activities;
        CaseStatistics cases = CaseStatistics.Of(view);
        StartEnd ends = StartEnd.Of(view);
        Variants variants = Variants.Of(view);
        Summary(file, view, cases, ends, variants);
        Activities(view, names, ends);
        Steps(view, names);
        Table("Variants", ["Cases", "Share", "Key", "Sequence"], variants.Count, variants.Take(Rows).Select(v => new[]
        {
            Number(v.Cases), Share(v.Cases, view.CaseCount), v.Key, Sequence(v),
        }));
    }

    private static void Summary(string file, LogView view, CaseStatistics cases, StartEnd ends, Variants variants)
    {
        var rows = new List<string[]>
        {
            new[] { "Events", Number(view.EventCount) },
            new[] { "Cases", Number(view.CaseCount) },
            new[] { "Activities", Number(ends.Activities.Count) },
            new[] { "Variants", $"{Number(variants.Count)} ({Number(variants.Once)} of one case only)" },
        };
        if (view.CaseCount > 0)
        {
            long first = long.MaxValue;
            long last = long.MinValue;
            for (int i = 0; i < view.CaseCount; i++)
            {
                first = Math.Min(first, view.Times[view.Starts[i]]);
                last = Math.Max(last, view.Times[view.Ends[i] - 1]);
            }

            rows.Add(["From", LogTime.Format(first)]);
            rows.Add(["To", LogTime.Format(last)]);
            rows.Add(["Duration", $"median {Duration(cases.DurationSeconds.Median)}, mean {Duration(cases.DurationSeconds.Mean)}, 95 % within {Duration(cases.DurationSeconds.P95)}"]);
            rows.Add(["Events per case", string.Create(CultureInfo.InvariantCulture, $"median {cases.Size.Median:0.#}, mean {cases.Size.Mean:0.##}, most {cases.Size.Max:0}")]);
        }

        Table(Path.GetFileName(file), ["", ""], rows.Count, rows);
    }

    private static void Activities(LogView view, StringTable names, StartEnd ends)
    {
        Dictionary<int, ReworkedActivity> rework = Rework.Of(view).ToDictionary(r => r.Activity);
        Dictionary<int, long> starts = ends.Starts.ToDictionary(s => s.Activity, s => s.Count);
        Dictionary<int, long> last = ends.Ends.ToDictionary(s => s.Activity, s => s.Count);
        Table("Activities", ["Activity", "Events", "Opens", "Closes", "Repeated in"], ends.Activities.Count, ends.Activities.Take(Rows).Select(a => new[]
        {
            names[a.Activity], Number(a.Count), Number(starts.GetValueOrDefault(a.Activity)), Number(last.GetValueOrDefault(a.Activity)),
            rework.TryGetValue(a.Activity, out ReworkedActivity r) ? $"{Number(r.Cases)} cases" : "",
        }));
    }

    private static void Steps(LogView view, StringTable names)
    {
        PerformanceGraph graph = PerformanceGraph.Of(view);
        Table("Steps", ["From", "To", "Times", "Median", "Mean", "95 % within"], graph.Edges.Count, graph.Edges.Take(Rows).Select(e => new[]
        {
            names[e.From], names[e.To], Number(e.Count), Duration(e.Median), Duration(e.Mean), Duration(e.P95),
        }));
    }

    private static void Table(string title, string[] heads, int total, IEnumerable<string[]> rows)
    {
        var table = new Table { Title = new TableTitle(Markup.Escape(total > Rows ? $"{title} ({Rows} of {Number(total)})" : title)), Border = TableBorder.Rounded };
        foreach (string head in heads)
        {
            table.AddColumn(new TableColumn(Markup.Escape(head)));
        }

        table.ShowHeaders = Array.Exists(heads, h => h.Length > 0);
        foreach (string[] row in rows)
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        AnsiConsole.Write(table);
    }

    private static string Sequence(Variant variant)
    {
        const int shown = 12;
        string text = string.Join(" → ", variant.Names.Take(shown));
        return variant.Activities.Length > shown ? $"{text} → … ({variant.Activities.Length} events)" : text;
    }

    private static string Number(long n) => n.ToString("N0", CultureInfo.InvariantCulture);

    private static string Share(long part, long whole) => whole == 0 ? "" : ((double)part / whole).ToString("P1", CultureInfo.InvariantCulture);

    private static string Duration(double seconds) => seconds switch
    {
        < 60 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.#} s"),
        < 3600 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0.#} min"),
        < 86_400 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:0.#} h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 86_400:0.#} d"),
    };
}
