namespace Tajriba.TextAnalysis;

/// <summary>One class of a linear model: how its score is made from sums of whole weights, and its probability from its score.</summary>
/// <param name="Label">The name of the class.</param>
/// <param name="Constant">The constant term.</param>
/// <param name="WordUnit">What one whole weight is worth in the family of words.</param>
/// <param name="LetterUnit">The same in the family of letters.</param>
/// <param name="Slope">The slope of the calibration: probability = logistic(slope × score + offset).</param>
/// <param name="Offset">The offset of the calibration.</param>
/// <param name="Threshold">The least probability at which the class is given.</param>
internal sealed record LinearClass(string Label, float Constant, float WordUnit, float LetterUnit, float Slope, float Offset, float Threshold)
{
    public double Probability(double score) => 1 / (1 + Math.Exp(-((Slope * score) + Offset)));
}
