namespace Tajriba.ProcessMining.Tests.Differential;

/// <summary>Random sources and filters by seed: ties, gaps, cases in pieces, empty and foreign names.</summary>
internal sealed class RandomRows(int seed)
{
    private const long Day = 86_400_000_000;
    private static readonly string[] Activities = ["A", "B", "C", "", "ثبت سفارش", "a b, \"c\"", "\uFFFDx", "😀", "the name of a longer step", "the name of a longer sten"];
    private static readonly string[] Notes = ["x", "y", "line\nbreak", "0", "NA", " "];
    private static readonly long[] Units = [1, 1_000, 1_000_000, 3_600_000_000, Day, 86_399_999_999];
    private readonly Random _random = new(seed);

    public Random Random => _random;

    public List<Row> Some(int events)
    {
        int cases = _random.Next(1, Math.Max(2, events / 4));
        int activities = _random.Next(1, Activities.Length + 1);
        long unit = Units[_random.Next(Units.Length)];
        int range = _random.Next(1, 60);
        long first = _random.Next(-20_000, 40_000) * Day;
        var rows = new List<Row>(events);
        int id = 0;
        for (int i = 0; i < events; i++)
        {
            id = _random.Next(3) == 0 ? id : _random.Next(cases);
            rows.Add(new Row(
                _random.Next(40) == 0 ? null : CaseName(id),
                _random.Next(40) == 0 ? null : Activities[_random.Next(activities)],
                _random.Next(40) == 0 ? null : first + (_random.Next(range) * unit),
                _random.Next(3) == 0 ? null : Notes[_random.Next(Notes.Length)],
                _random.Next(2) == 0 ? null : $"s{id % 3}"));
        }

        return rows;
    }

    public LogFilter Filter(NaiveLog log)
    {
        string a = Activity();
        string b = Activity();
        bool not = _random.Next(3) == 0;
        long from = Time(log);
        long to = from + _random.NextInt64(30 * Day);
        double seconds = _random.Next(5) == 0 ? 0 : _random.Next(100_000);
        double most = _random.Next(2) == 0 ? double.PositiveInfinity : seconds + _random.Next(1_000_000);
        FilterLevel level = _random.Next(2) == 0 ? FilterLevel.Event : FilterLevel.Case;
        return _random.Next(16) switch
        {
            0 => new LogFilter.StartActivities([a, b], not),
            1 => new LogFilter.EndActivities([a], not),
            2 => new LogFilter.EventAttributeValues("concept:name", [a, b], level, not),
            3 => new LogFilter.EventAttributeValues("note", ["x", "line\nbreak"], level, not),
            4 => new LogFilter.EventAttributeValues("case:segment", ["s0", "s2"], FilterLevel.Case, not),
            5 => new LogFilter.TimeRange(from, to, (TimeRangeMode)_random.Next(3)),
            6 => new LogFilter.CasePerformance(seconds, most),
            7 => new LogFilter.CaseSize(_random.Next(1, 4), _random.Next(4, 9)),
            8 => new LogFilter.VariantsTopK(_random.Next(1, 5)),
            9 => new LogFilter.DirectlyFollowsRelation(a, b, not),
            10 => new LogFilter.PathsPerformance(a, b, seconds, most),
            11 => new LogFilter.ActivitiesRework(a, _random.Next(1, 4)),
            12 => new LogFilter.Between(a, b),
            13 => _random.Next(2) == 0 ? new LogFilter.Contains([a]) : new LogFilter.NotContains([a, b]),
            14 => new LogFilter.EventuallyFollows(a, b, not),
            _ => new LogFilter.Cases([CaseName(0), CaseName(1), "nobody"], not),
        };
    }

    /// <summary>Ids of every length at which identifiers are kept in another way, some with a common beginning.</summary>
    private static string CaseName(int id) => (id % 5) switch
    {
        0 => $"{id}",
        1 => $"پرونده {id}",
        2 => new string('c', id % 14) + id,
        3 => $"a-rather-long-identifier-{id}",
        _ => $"\"{id}\"",
    };

    private string Activity() => _random.Next(12) == 0 ? "unheard of" : Activities[_random.Next(4)];

    private long Time(NaiveLog log)
    {
        Row[] events = [.. log.Cases.Take(5).Select(c => c.Events[_random.Next(c.Events.Count)])];
        return events.Length == 0 ? 0 : events[_random.Next(events.Length)].Time!.Value;
    }
}
