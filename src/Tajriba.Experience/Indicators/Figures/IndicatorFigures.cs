using System.Collections.Concurrent;
using Tajriba.Experience.Indicators.Measure;
using Tajriba.Experience.Indicators.Storage;
using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Indicators.Figures;

/// <summary>
/// Figures that the house follows as a whole, whoever looks: those of objectives. Many at once: the observations of a cut are
/// summed by unit and day in one pass, every figure adds up what it needs, and what has not changed is not summed again.
/// </summary>
public sealed class IndicatorFigures(IndicatorDefinitions definitions, IndicatorSelections selections, IUnits units, TimeProvider clock)
{
    private const int Week = 7;

    /// <summary>Sums of this age are taken as they are.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    /// <summary>What counts only once its days are over changes by time alone.</summary>
    private static readonly TimeSpan FreshPairs = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<FigureCut, Sums> known = [];

    /// <summary>Today, where the organization is.</summary>
    public DateOnly Today => selections.Today;

    /// <summary>All indicators by key, whoever may see them.</summary>
    public async Task<IReadOnlyDictionary<string, IndicatorDefinition>> DefinitionsAsync(CancellationToken cancellationToken = default)
        => (await definitions.ListAsync(cancellationToken)).ToDictionary(d => d.Key, StringComparer.Ordinal);

    /// <summary>The last day of which something is known: today, or earlier where an event counts only after some days.</summary>
    public DateOnly LastDay(IndicatorDefinition definition) => definition.IsPaired ? selections.Open(definition).AddDays(-1) : Today;

    /// <summary>The figures asked for; those whose indicator is not there are left out.</summary>
    public async Task<IReadOnlyDictionary<FigureQuery, Figure>> GetAsync(IReadOnlyCollection<FigureQuery> wanted, CancellationToken cancellationToken = default)
    {
        var found = new Dictionary<FigureQuery, Figure>();
        if (wanted.Count == 0)
        {
            return found;
        }

        IReadOnlyDictionary<string, IndicatorDefinition> defined = await DefinitionsAsync(cancellationToken);
        foreach (IGrouping<FigureCut, FigureQuery> queries in wanted.Distinct().GroupBy(q => q.Cut))
        {
            if (defined.TryGetValue(queries.Key.Indicator, out IndicatorDefinition? definition))
            {
                DateOnly first = queries.Min(q => q.Before is { } before && before.From < q.Trend.From ? before.From : q.Trend.From < q.Window.From ? q.Trend.From : q.Window.From);
                Sums sums = await SumsAsync(definition, queries.Key, first, cancellationToken);
                foreach (FigureQuery query in queries)
                {
                    found[query] = sums.Figures.GetOrAdd(query, static (query, made) => made.Sums.Add(query, made.Units), (Sums: sums, Units: UnitsOf(query.Unit)));
                }
            }
        }

        return found;
    }

    /// <summary>How many observations each unit has of a cut over some days, by code; what belongs to none is under the empty one.</summary>
    public async Task<IReadOnlyDictionary<string, IndicatorValue>> ByUnitAsync(FigureCut cut, Period days, CancellationToken cancellationToken = default)
    {
        if (await definitions.FindAsync(cut.Indicator, cancellationToken: cancellationToken) is not { } definition)
        {
            return new Dictionary<string, IndicatorValue>();
        }

        Sums sums = await SumsAsync(definition, cut, days.From, cancellationToken);
        return sums.Days.ToDictionary(u => u.Key == 0 ? "" : selections.Names.Unit(u.Key), u => Measuring.Value(definition, sums.Add(days, new HashSet<int> { u.Key })), StringComparer.Ordinal);
    }

    /// <summary>Sums anew where observations were added or the day is another one.</summary>
    private async Task<Sums> SumsAsync(IndicatorDefinition definition, FigureCut cut, DateOnly first, CancellationToken cancellationToken)
    {
        known.TryGetValue(cut, out Sums? before);
        bool serves = before is not null && before.Definition.Id == definition.Id && before.Definition.Version == definition.Version && before.Today == Today && before.First <= first;
        if (serves && clock.GetElapsedTime(before!.LookedAt) < Fresh)
        {
            return before;
        }

        long looked = clock.GetTimestamp();
        var state = new IndicatorState
        {
            From = first,
            To = Today,
            Channel = cut.Channel,
            Slices = cut.Slice is { } slice ? new SortedDictionary<string, string>(StringComparer.Ordinal) { [slice] = cut.Value ?? "" } : IndicatorState.Default.Slices,
        };
        ObservationSelection selection = (await selections.GetAsync([definition], state, UnitScope.Everything, cancellationToken))[0];
        if (serves && before!.Changes == selection.Observed.Changes && before.Progress >= selection.Observed.Progress && (!definition.IsPaired || clock.GetElapsedTime(before.SummedAt) < FreshPairs))
        {
            before.LookedAt = looked;
            return before;
        }

        first = serves ? before!.First : first;
        int[] places = [.. Enumerable.Range(0, Today.DayNumber - first.DayNumber + 1)];
        var sums = new Sums(definition, first, Today, selections.Open(definition), selection.Observed.Changes, selection.Observed.Progress, looked, selection.ByDay(first.DayNumber, places, places.Length, selection.Column("unit")))
        {
            LookedAt = looked,
        };
        known[cut] = sums;
        return sums;
    }

    /// <summary>The log's codes of a unit and all below it; null for the organization.</summary>
    private HashSet<int>? UnitsOf(string? code)
        => code is null ? null
            : units.Tree.Find(code) is { } unit ? [.. units.Tree.Within(unit).Select(u => selections.Names.FindUnit(u.Code)).Where(c => c != 0)]
            : [];

    /// <summary>The observations of a cut, summed by unit and day.</summary>
    private sealed class Sums(
        IndicatorDefinition definition, DateOnly first, DateOnly today, DateOnly open, long changes, double progress, long summedAt, Dictionary<int, Tally[]> days)
    {
        public IndicatorDefinition Definition => definition;

        public DateOnly First => first;

        public DateOnly Today => today;

        public long Changes => changes;

        public double Progress => progress;

        public long SummedAt => summedAt;

        public long LookedAt { get; set; }

        public Dictionary<int, Tally[]> Days => days;

        /// <summary>Figures made of these sums.</summary>
        public ConcurrentDictionary<FigureQuery, Figure> Figures { get; } = [];

        public Figure Add(FigureQuery query, HashSet<int>? units)
        {
            var weeks = new List<IndicatorPoint>();
            DateOnly last = open <= query.Trend.To ? open.AddDays(-1) : query.Trend.To;
            for (DateOnly to = last; to.AddDays(1 - Week) >= query.Trend.From; to = to.AddDays(-Week))
            {
                weeks.Add(new(to.AddDays(1 - Week), to, true, Measuring.Value(definition, Add(new Period(to.AddDays(1 - Week), to), units))));
            }

            weeks.Reverse();
            return new(definition, Measuring.Value(definition, Add(query.Window, units)), query.Before is { } before ? Measuring.Value(definition, Add(before, units)) : null, weeks, progress);
        }

        public Tally Add(Period period, HashSet<int>? units)
        {
            var sum = new Tally();
            int from = Math.Max(0, period.From.DayNumber - first.DayNumber), to = Math.Min(today.DayNumber, period.To.DayNumber) - first.DayNumber;
            foreach ((int unit, Tally[] tallies) in days)
            {
                if (units?.Contains(unit) == false)
                {
                    continue;
                }

                for (int day = from; day <= to; day++)
                {
                    if (tallies[day].Count > 0 || tallies[day].Hits > 0)
                    {
                        sum.Add(tallies[day]);
                    }
                }
            }

            return sum;
        }
    }
}
