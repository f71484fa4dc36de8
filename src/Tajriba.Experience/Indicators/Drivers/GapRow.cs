using Tajriba.Statistics;

namespace Tajriba.Experience.Indicators.Drivers;

/// <summary>One dimension of SERVQUAL: what is perceived minus what was expected.</summary>
/// <param name="Dimension">Its name.</param>
/// <param name="Count">Answers.</param>
/// <param name="Gap">Mean gap with its 95% interval; negative where expectations are not met.</param>
public sealed record GapRow(string Dimension, int Count, Estimate Gap)
{
    private const string Prefix = "servqual.";

    internal static IReadOnlyList<GapRow> Of(IReadOnlyList<AnswerRow> answers, int fewest)
        => [.. answers.SelectMany(a => a.Scores)
            .Where(s => s.Key.StartsWith(Prefix, StringComparison.Ordinal) && !s.Key.EndsWith(".expectation", StringComparison.Ordinal) && !s.Key.EndsWith(".perception", StringComparison.Ordinal))
            .GroupBy(s => s.Key, s => s.Value, StringComparer.Ordinal).Where(g => g.Count() >= fewest).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new GapRow(g.Key[Prefix.Length..], g.Count(), MeanInterval.Student(SampleSummary.Of([.. g]))))];
}
