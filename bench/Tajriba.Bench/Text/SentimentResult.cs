using Tajriba.TextAnalysis;

namespace Tajriba.Bench.Text;

/// <summary>How a model does on the examples of one source.</summary>
/// <param name="Source">The source.</param>
/// <param name="Polarity">Macro-F1 of negative against positive, over the texts that are either.</param>
/// <param name="Three">Macro-F1 of the three classes; null for a source without neutral texts.</param>
/// <param name="Error">The expected calibration error of what is reported (three classes, or polarity for a source without neutral texts).</param>
internal sealed record SentimentResult(string Source, double Polarity, double? Three, double Error)
{
    public static SentimentResult Of(SentimentModel model, string source, IReadOnlyList<Example> examples)
    {
        var folded = new FoldedText();
        (Example Example, SentimentScore Score)[] told = [.. examples.Select(e => (e, model.Score(folded.Fold(e.Text))))];
        (Example Example, SentimentScore Score)[] either = [.. told.Where(t => t.Example.Label != "neu")];
        bool three = either.Length < told.Length;
        return new SentimentResult(
            source,
            Macro.F1([.. either.Select(t => (t.Example.Label, t.Score.Balance > 0 ? "pos" : "neg"))]),
            three ? Macro.F1([.. told.Select(t => (t.Example.Label, t.Score.Label))]) : null,
            three
                ? Macro.CalibrationError([.. told.Select(t => (Math.Max(t.Score.Neutral, Math.Max(t.Score.Positive, t.Score.Negative)), t.Score.Label == t.Example.Label))])
                : Macro.CalibrationError([.. told.Select(t => (Confidence(t.Score), (t.Score.Balance > 0 ? "pos" : "neg") == t.Example.Label))]));
    }

    private static double Confidence(SentimentScore score) => Math.Max(score.Positive, score.Negative) / Math.Max(1e-9, score.Positive + score.Negative);
}
