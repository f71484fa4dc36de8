using Tajriba.Statistics;

namespace Tajriba.Experience.Surveys.Results;

/// <summary>What was answered to one question, or one line of a matrix.</summary>
/// <param name="Name">Key of the answer; a line's stands behind a slash.</param>
/// <param name="Title">The question, in the reader's language.</param>
/// <param name="Answered">How many answered it.</param>
public sealed record QuestionResult(string Name, string Title, int Answered)
{
    /// <summary>How often each choice was taken, in the order of the question.</summary>
    public IReadOnlyList<ChoiceResult> Choices { get; init; } = [];

    /// <summary>Mean of a scale or of numbers with its 95% interval, where there are enough.</summary>
    public Estimate? Mean { get; init; }

    /// <summary>Net promoter score, -100 to 100, with its 95% interval, where the question measures it and there are enough.</summary>
    public Estimate? NetPromoter { get; init; }

    /// <summary>The mean with answers weighted to the population, where margins are known.</summary>
    public Estimate? WeightedMean { get; init; }

    /// <summary>The net promoter score likewise.</summary>
    public Estimate? WeightedNetPromoter { get; init; }

    /// <summary>As many answers without weights would be as sure as the weighted ones.</summary>
    public double EffectiveSize { get; init; }

    /// <summary>Whether people write here.</summary>
    public bool IsWritten { get; init; }

    /// <summary>What people wrote, newest first, with the place of the answer in the log.</summary>
    public IReadOnlyList<(long Position, string Text)> Texts { get; init; } = [];
}
