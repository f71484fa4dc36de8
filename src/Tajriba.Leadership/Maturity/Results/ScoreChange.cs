using Tajriba.Leadership.Maturity.Answer;
using Tajriba.Leadership.Maturity.Frames;
using Tajriba.Statistics;

namespace Tajriba.Leadership.Maturity.Results;

/// <summary>How two groups of sheets differ in one thing: first minus second.</summary>
/// <param name="Key">Key of the component or category.</param>
/// <param name="First">Mean of the first.</param>
/// <param name="Second">Mean of the second.</param>
/// <param name="Difference">With its interval at 95% (Welch); null where a group has fewer than two or nothing varies.</param>
/// <param name="IsReal">More than chance, at 5% of false discoveries among all that are compared with it.</param>
public sealed record ScoreChange(string Key, double First, double Second, Estimate? Difference, bool IsReal)
{
    private const double FalseShare = 0.05;

    /// <summary>Compares the components of two groups.</summary>
    public static IReadOnlyList<ScoreChange> OfComponents(Frame frame, IReadOnlyList<Sheet> first, IReadOnlyList<Sheet> second)
        => Of(frame.Components.Select(c => (c.Key, (Func<Sheet, double>)(s => Scoring.OwnMean(c.Categories, s)))), first, second);

    /// <summary>Compares the categories of two groups.</summary>
    public static IReadOnlyList<ScoreChange> OfCategories(Frame frame, IReadOnlyList<Sheet> first, IReadOnlyList<Sheet> second)
        => Of(frame.Categories.Select(c => (c.Key, (Func<Sheet, double>)(s => Scoring.OwnMean(c, s)))), first, second);

    private static ScoreChange[] Of(IEnumerable<(string Key, Func<Sheet, double> Score)> parts, IReadOnlyList<Sheet> first, IReadOnlyList<Sheet> second)
    {
        var tests = parts.Select(p => (p.Key, First: Sample(first, p.Score), Second: Sample(second, p.Score))).Where(p => p.First.Length > 0 && p.Second.Length > 0)
            .Select(p => (p.Key, First: SampleSummary.Of(p.First), Second: SampleSummary.Of(p.Second)))
            .Select(p => (p.Key, p.First, p.Second, Test: p.First.Count > 1 && p.Second.Count > 1 && p.First.StandardDeviation + p.Second.StandardDeviation > 0 ? WelchTest.Compare(p.First, p.Second) : (WelchTest?)null)).ToArray();
        double[] chances = [.. tests.Select(t => t.Test).OfType<WelchTest>().Select(t => t.P)];
        double[] adjusted = chances.Length == 0 ? [] : FalseDiscovery.BenjaminiHochberg(chances);
        int next = 0;
        return [.. tests.Select(t => new ScoreChange(t.Key, t.First.Mean, t.Second.Mean, t.Test?.Difference, t.Test is not null && adjusted[next++] <= FalseShare))];
    }

    private static double[] Sample(IReadOnlyList<Sheet> sheets, Func<Sheet, double> score) => [.. sheets.Where(s => s.IsDone).Select(score).Where(double.IsFinite)];
}
