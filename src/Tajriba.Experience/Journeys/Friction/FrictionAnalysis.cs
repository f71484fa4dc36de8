using Tajriba.Experience.Journeys.Instances;
using Tajriba.Statistics;

namespace Tajriba.Experience.Journeys.Friction;

/// <summary>
/// Finds what hurts and orders it by harm. Harm, in days: the lower end of the interval of the time lost, plus, where fewer
/// journeys succeed and chance is no likely explanation, the lower end of the successes lost times the journey's median
/// duration. Lower ends, so that a thin finding does not stand above a certain one.
/// </summary>
public static class FrictionAnalysis
{
    private const int FewestJourneys = 10;
    private const int FewestCompared = 30;
    private const int FewestOfEach = 10;
    private const int MostFindings = 100;
    private const double MicrosecondsPerHour = 3.6e9;
    private const double MicrosecondsPerDay = 8.64e10;

    /// <summary>Frictions of some journeys.</summary>
    public static FrictionList Of(Selection selection)
    {
        ArgumentNullException.ThrowIfNull(selection);
        var log = selection.Log;
        var persons = new PersonCounter(log);
        var customers = persons.Count(selection.Journeys);
        var cells = new ExposureCells(log);
        var tallies = Finders(log).AsParallel().AsOrdered().SelectMany(find => find(selection, cells)).Where(t => t.Hits.Length >= FewestJourneys).ToArray();
        var worst = tallies.Select(t => (Tally: t, Lost: Total(t.Lost)))
            .OrderByDescending(t => t.Lost.Lower).ThenBy(t => t.Tally.Key.Code, StringComparer.Ordinal).Take(MostFindings);
        var findings = worst.Select(t => Finding(t.Tally, t.Lost, selection, persons, customers)).ToList();
        ControlFalseDiscoveries(findings);
        var deciding = Deciding(selection);
        return new FrictionList(
            selection,
            customers,
            [.. findings.Select(f => f with { HarmDays = Harm(f, log.MedianDuration) }).OrderByDescending(f => f.HarmDays).ThenBy(f => f.Key.Code, StringComparer.Ordinal)],
            log.Success is { } success ? UnitsOf(selection, deciding, journey => !success[journey]) : [],
            UnitsOf(selection, deciding, journey => log.DurationOf(journey) > 2 * log.MedianDuration));
    }

    private static FrictionFinder[] Finders(InstanceLog log) =>
    [
        LongWaitFinder.Find,
        DropOffFinder.Find,
        ReworkFinder.Find,
        (selection, cells) => PingPongFinder.Find(selection, cells, log.Channels, "channel"),
        (selection, cells) => PingPongFinder.Find(selection, cells, log.Units, "unit"),
        (selection, cells) => HandoverLayersFinder.Find(selection, cells, log.Employees, "employee"),
        (selection, cells) => HandoverLayersFinder.Find(selection, cells, log.Units, "unit"),
        RepeatedContactFinder.Find,
    ];

    private static FrictionFinding Finding(FrictionTally tally, Estimate lost, Selection selection, PersonCounter persons, int customers)
    {
        var log = selection.Log;
        var effect = tally.Key.Kind == FrictionKind.DropOff || log.Success is null ? null : Effect(tally, log);
        var struck = persons.Count(tally.Hits);
        return new FrictionFinding(tally, log)
        {
            Key = tally.Key,
            Exposed = tally.Exposed,
            JourneyShare = Proportion.Wilson(tally.Hits.Length, selection.Count),
            Customers = struck,
            CustomerShare = Proportion.Wilson(struck, customers),
            LostHours = lost,
            Outcome = effect,
            OutcomeThin = effect is null && log.Success is not null && tally.Key.Kind != FrictionKind.DropOff,
        };
    }

    /// <summary>Sum of the times lost; its interval is that of the mean, times their number.</summary>
    private static Estimate Total(ReadOnlySpan<long> lost)
    {
        var hours = new double[lost.Length];
        for (var i = 0; i < hours.Length; i++)
        {
            hours[i] = lost[i] / MicrosecondsPerHour;
        }

        var mean = MeanInterval.Student(SampleSummary.Of(hours));
        return new Estimate(mean.Value * lost.Length, Math.Max(0, mean.Lower * lost.Length), mean.Upper * lost.Length);
    }

    private static OutcomeEffect? Effect(FrictionTally tally, InstanceLog log)
    {
        var strata = new StratumCounts[log.StratumNames.Count];
        long hits = 0, hitSuccesses = 0;
        foreach (var journey in tally.Hits)
        {
            if (log.Endings[journey] == InstanceEnding.Open)
            {
                continue;
            }

            var won = log.Success![journey] ? 1 : 0;
            ref var stratum = ref strata[log.StratumCodes[journey]];
            stratum = stratum with { Exposed = stratum.Exposed + 1, ExposedEvents = stratum.ExposedEvents + won };
            (hits, hitSuccesses) = (hits + 1, hitSuccesses + won);
        }

        long others = 0, otherSuccesses = 0;
        for (var s = 0; s < strata.Length; s++)
        {
            var won = tally.ExposedOutcomes[(s * 2) + 1] - strata[s].ExposedEvents;
            var all = tally.ExposedOutcomes[s * 2] + tally.ExposedOutcomes[(s * 2) + 1] - strata[s].Exposed;
            strata[s] = strata[s] with { Unexposed = all, UnexposedEvents = won };
            (others, otherSuccesses) = (others + all, otherSuccesses + won);
        }

        var successes = hitSuccesses + otherSuccesses;
        if (hits < FewestCompared || others < FewestCompared || successes < FewestOfEach || hits + others - successes < FewestOfEach)
        {
            return null;
        }

        var crude = ProportionDifference.Newcombe(hitSuccesses, hits, otherSuccesses, others);
        if (strata.Length == 1 || MantelHaenszel.Compare(strata) is not { StandardError: > 0 } adjusted)
        {
            var p = ProportionDifference.Test(hitSuccesses, hits, otherSuccesses, others).P;
            return new OutcomeEffect(crude, null, p, p, hits, others, 1);
        }

        var twoSided = NormalDistribution.TwoSided(adjusted.RiskDifference.Value / adjusted.StandardError);
        return new OutcomeEffect(crude, adjusted.RiskDifference, twoSided, twoSided, hits, others, adjusted.InformativeStrata);
    }

    private static void ControlFalseDiscoveries(List<FrictionFinding> findings)
    {
        int[] tested = [.. Enumerable.Range(0, findings.Count).Where(i => findings[i].Outcome is not null)];
        var adjusted = FalseDiscovery.BenjaminiHochberg([.. tested.Select(i => findings[i].Outcome!.P)]);
        for (var k = 0; k < tested.Length; k++)
        {
            findings[tested[k]] = findings[tested[k]] with { Outcome = findings[tested[k]].Outcome! with { AdjustedP = adjusted[k] } };
        }
    }

    private static double Harm(FrictionFinding finding, long medianDuration)
    {
        var successesLost = finding.Outcome is { IsReal: true } effect ? Math.Max(0, -effect.Best.Upper) * effect.Struck : 0;
        return (finding.LostHours.Lower / 24) + (successesLost * medianDuration / MicrosecondsPerDay);
    }

    private static IReadOnlyList<UnitStanding> UnitsOf(Selection selection, bool[] deciding, Func<int, bool> struck)
    {
        var log = selection.Log;
        if (log.Units is not { } units)
        {
            return [];
        }

        var counts = new (string Unit, int Struck, int Exposed)[units.Values.Count];
        foreach (var journey in selection.Journeys)
        {
            var unit = log.Homes[journey];
            if (unit >= 0 && deciding[unit] && log.Endings[journey] != InstanceEnding.Open)
            {
                ref var count = ref counts[unit];
                count = (units.Values[unit], count.Struck + (struck(journey) ? 1 : 0), count.Exposed + 1);
            }
        }

        return UnitComparison.Of(counts);
    }

    /// <summary>
    /// Units in which journeys come to their success (to their end, without an outcome). Journeys are at home where most of them
    /// happened: where they can only fail before they move on, all of those at home have failed, and that says nothing.
    /// </summary>
    private static bool[] Deciding(Selection selection)
    {
        var log = selection.Log;
        var deciding = new bool[log.Units?.Values.Count ?? 0];
        for (var i = 0; i < selection.Count; i++)
        {
            var journey = selection.Journeys[i];
            if (log.Success is { } success ? success[journey] : log.Endings[journey] != InstanceEnding.Open)
            {
                var unit = log.Homes[journey];
                if (unit >= 0)
                {
                    deciding[unit] = true;
                }
            }
        }

        return deciding;
    }
}
