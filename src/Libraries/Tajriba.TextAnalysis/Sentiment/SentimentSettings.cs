namespace Tajriba.TextAnalysis;

/// <summary>How sentiment is learned; the usual settings are those of the models that come with the library.</summary>
public sealed record SentimentSettings
{
    /// <summary>What an error costs against the size of the weights, in telling whether there is an opinion; above 0. Larger follows the examples more closely.</summary>
    public double OpinionCost { get; init; } = 0.3;

    /// <summary>The same in telling which opinion.</summary>
    public double PolarityCost { get; init; } = 2;

    /// <summary>How often all examples are gone through; at least 1.</summary>
    public int Rounds { get; init; } = 12;

    /// <summary>What the hand-made opinion words count as examples, against a source; 0 or more.</summary>
    public double WordListShare { get; init; } = 0.1;
}
