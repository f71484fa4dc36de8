using Tajriba.Experience.Indicators.Observe;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;

namespace Tajriba.Experience.Indicators.Measure;

/// <summary>The observations of an indicator that a person may see and a filter lets through, whenever they happened.</summary>
internal sealed class ObservationSelection
{
    private readonly ObservationRows rows;
    private readonly TallyRule rule;
    private readonly bool[]? units;
    private readonly int channel;
    private readonly (int[] Column, int Code)[] slices;
    private readonly (int[] Column, HashSet<int> Codes)? steps;
    private readonly bool nothing;

    public ObservationSelection(IndicatorDefinition definition, Observed observed, IndicatorFilter filter, UnitScope scope, UnitTree tree, ILogNames names, long now)
    {
        Definition = definition;
        Observed = observed;
        rows = observed.Rows;
        rule = new TallyRule(definition, now);
        units = Units(filter.Unit, scope, tree, names);
        channel = filter.Channel is null ? 0 : names.FindChannel(filter.Channel);
        IReadOnlyDictionary<string, string> cut = filter.Slices ?? new Dictionary<string, string>();
        slices = [.. cut.Where(s => Place(s.Key) >= 0).Select(s => (rows.Slices[Place(s.Key)], observed.Texts.Find(s.Value)))];
        steps = filter.Steps is null || definition.StepPath is not { } path ? null : (rows.Slices[Place(path)], [.. filter.Steps.Select(observed.Texts.Find).Where(code => code != 0)]);
        nothing = (filter.Channel is not null && channel == 0) || slices.Length < cut.Count || slices.Any(s => s.Code == 0) || (filter.Steps is not null && definition.StepPath is null);
    }

    public IndicatorDefinition Definition { get; }

    public Observed Observed { get; }

    public TallyRule Rule => rule;

    /// <summary>One tally for each place that <paramref name="placeOf"/> gives to a day; days with a negative place are left out.</summary>
    public Tally[] ByDay(int firstDay, ReadOnlySpan<int> placeOfDay, int places)
    {
        var tallies = Fresh(places);
        var days = rows.Days;
        for (var row = 0; row < rows.Count; row++)
        {
            var day = days[row] - firstDay;
            if ((uint)day < (uint)placeOfDay.Length && placeOfDay[day] is >= 0 and var place && Passes(row))
            {
                rule.Add(tallies[place], rows.Values[row]);
            }
        }

        return tallies;
    }

    /// <summary>The same for each code of a column.</summary>
    public Dictionary<int, Tally[]> ByDay(int firstDay, ReadOnlySpan<int> placeOfDay, int places, int[] column)
    {
        var found = new Dictionary<int, Tally[]>();
        var days = rows.Days;
        for (var row = 0; row < rows.Count; row++)
        {
            var day = days[row] - firstDay;
            if ((uint)day < (uint)placeOfDay.Length && placeOfDay[day] is >= 0 and var place && Passes(row))
            {
                if (!found.TryGetValue(column[row], out var tallies))
                {
                    found.Add(column[row], tallies = Fresh(places));
                }

                rule.Add(tallies[place], rows.Values[row]);
            }
        }

        return found;
    }

    /// <summary>One tally for each code of a column, over some days.</summary>
    public Dictionary<int, Tally> ByCode(int[] column, Period period)
    {
        var tallies = new Dictionary<int, Tally>();
        Each(period, row =>
        {
            if (!tallies.TryGetValue(column[row], out var tally))
            {
                tallies.Add(column[row], tally = new Tally());
            }

            rule.Add(tally, rows.Values[row]);
        });
        return tallies;
    }

    /// <summary>The column of a slice.</summary>
    /// <param name="by"><c>unit</c>, <c>channel</c> or a path of the definition.</param>
    public int[] Column(string by) => by switch
    {
        "unit" => rows.Units,
        "channel" => rows.Channels,
        _ => rows.Slices[Place(by)],
    };

    /// <summary>Visits the rows of some days.</summary>
    public void Each(Period period, Action<int> visit)
    {
        var (from, to) = (period.From.DayNumber, period.To.DayNumber);
        for (var row = 0; row < rows.Count; row++)
        {
            if (rows.Days[row] >= from && rows.Days[row] <= to && Passes(row))
            {
                visit(row);
            }
        }
    }

    private bool Passes(int row)
    {
        if (nothing || (channel != 0 && rows.Channels[row] != channel) || (units is not null && !(rows.Units[row] < units.Length && units[rows.Units[row]])))
        {
            return false;
        }

        if (steps is { } told && !told.Codes.Contains(told.Column[row]))
        {
            return false;
        }

        foreach (var (column, code) in slices)
        {
            if (column[row] != code)
            {
                return false;
            }
        }

        return rule.Counts(rows, row);
    }

    private int Place(string path) => Definition.Slices.ToList().IndexOf(path);

    private static Tally[] Fresh(int count)
    {
        var tallies = new Tally[count];
        for (var i = 0; i < count; i++)
        {
            tallies[i] = new Tally();
        }

        return tallies;
    }

    /// <summary>By the log's codes, which units count; null for all.</summary>
    private static bool[]? Units(string? unit, UnitScope scope, UnitTree tree, ILogNames names)
    {
        if (unit is null && scope.IsEverything)
        {
            return null;
        }

        var within = unit is null ? null : tree.Find(unit) is { } found ? tree.Within(found).Select(u => u.Code).ToHashSet(StringComparer.Ordinal) : new HashSet<string>(StringComparer.Ordinal) { unit };
        var known = names.Units;
        var counts = new bool[known.Count + 1];
        foreach (var code in known)
        {
            var at = names.FindUnit(code);
            if (at >= counts.Length)
            {
                Array.Resize(ref counts, at + 1);
            }

            counts[at] = scope.Contains(code) && within?.Contains(code) != false;
        }

        return counts;
    }
}
