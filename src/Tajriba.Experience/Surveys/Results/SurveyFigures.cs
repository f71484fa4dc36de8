using Tajriba.Statistics;

namespace Tajriba.Experience.Surveys.Results;

/// <summary>The results of a survey under a filter.</summary>
/// <param name="Count">Answers that are counted: all on record that the filter lets through, tests left out.</param>
/// <param name="Flagged">Of these, those with any flag.</param>
/// <param name="Flags">Of these, those with each flag.</param>
/// <param name="Questions">Question by question.</param>
public sealed record SurveyFigures(int Count, int Flagged, IReadOnlyDictionary<string, int> Flags, IReadOnlyList<QuestionResult> Questions)
{
    /// <summary>Answers that carry a weight; 0 where the survey has no margins.</summary>
    public int Weighted { get; init; }

    /// <summary>How much the weights widen variances (Kish); 1 without.</summary>
    public double DesignEffect { get; init; } = 1;

    /// <summary>Why there are no weights though the survey has margins: a value from which nobody answered; empty where cells stand in the way.</summary>
    public string? Unweighted { get; init; }

    /// <summary>Share of flagged answers with its 95% interval, where there are enough.</summary>
    public Estimate? ShareOf(int flagged) => Count >= SurveyResults.Enough ? Proportion.Wilson(flagged, Count) : null;
}
