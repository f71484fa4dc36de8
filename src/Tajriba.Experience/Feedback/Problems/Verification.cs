using Tajriba.Experience.Indicators.Control;
using Tajriba.Statistics;

namespace Tajriba.Experience.Feedback.Problems;

/// <summary>
/// Decides by a control chart whether a fix helped. Limits come from the periods before the fix; the rules of the chart are then read over
/// the periods after it alone, so that nothing from before takes part in a run. Pure.
/// </summary>
public static class Verification
{
    /// <summary>Periods after the fix without which nothing is decided.</summary>
    public const int Fewest = 4;

    /// <summary>So many without any signal: it did not help. Chance alone confirms some three of a hundred fixes that changed nothing.</summary>
    public const int Longest = 12;

    /// <summary>What a chart says.</summary>
    /// <param name="chart">Its baseline lies before the fix; null where there is too little.</param>
    /// <param name="on">The first day on which it is mended; the period that holds it counts neither as before nor as after.</param>
    /// <param name="higherIsBetter">Which direction is good.</param>
    public static Verdict Of(ControlChart? chart, DateOnly on, bool higherIsBetter)
    {
        ControlPoint[] before = [.. chart?.Points.Where(p => p.To < on) ?? []];
        ControlPoint[] after = [.. chart?.Points.Where(p => p.From >= on) ?? []];
        if (before.Length < Controlling.FewestPeriods)
        {
            return new(VerdictKind.CannotTell, before.Length, after.Length, Controlling.FewestPeriods - before.Length);
        }

        var (kind, more, rule, at) = Of([.. after.Select(p => higherIsBetter ? p.Score : -p.Score)]);
        return new(kind, before.Length, after.Length, more, rule, at is { } place ? after[place].From : null);
    }

    /// <summary>The same of scores after the fix, good ones above zero, in order of time. Gives the place of the signal that decided.</summary>
    public static (VerdictKind Kind, int More, RunsRule? Rule, int? At) Of(IReadOnlyList<double> scores)
    {
        if (scores.Count < Fewest)
        {
            return (VerdictKind.NotYet, Fewest - scores.Count, null, null);
        }

        double[] told = [.. scores.Take(Longest)];
        var signals = Controlling.Rules.SelectMany(rule => RunsRules.Marked(told, 0, 1, rule).Select(at => (Rule: rule, At: at, IsGood: told[at] > 0))).OrderBy(s => s.At).ToList();
        if (signals.Count == 0)
        {
            return told.Length < Longest ? (VerdictKind.NotYet, Longest - told.Length, null, null) : (VerdictKind.Refuted, 0, null, null);
        }

        // What holds is the direction of the last signal, since the first one that was followed by none in the other.
        bool isGood = signals[^1].IsGood;
        var decided = signals[signals.FindLastIndex(s => s.IsGood != isGood) + 1];
        return (isGood ? VerdictKind.Confirmed : VerdictKind.Refuted, 0, decided.Rule, decided.At);
    }
}
