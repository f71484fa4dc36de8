using System.Globalization;
using Tajriba.TextAnalysis;

namespace Tajriba.Bench.Text;

/// <summary>What a correction by an organization's own rated texts gains on a source that the model has not seen.</summary>
internal static class CorrectionScores
{
    private static readonly int[] Sizes = [200, 1000];

    public static IEnumerable<string> Report(string folder)
    {
        yield return "A source is left out of training; so many of its rated texts are given to `SentimentCorrection.Learn`, which switches on only";
        yield return "where it wins on texts held out among them. Macro-F1 of all its labels on its dev part, which nothing has seen.";
        yield return "";
        yield return "| source | rated texts | switched on | held out: before | after | dev: before | after |";
        yield return "|---|---|---|---|---|---|---|";
        foreach (TextLanguage language in new[] { TextLanguage.Fa, TextLanguage.Ar, TextLanguage.En })
        {
            List<Example> train = FeedbackSet.Read(folder, $"sentiment-{language.Code()}-train");
            ILookup<string, Example> dev = FeedbackSet.Read(folder, $"sentiment-{language.Code()}-dev").ToLookup(e => e.Source);
            foreach (string source in train.Select(e => e.Source).Distinct().Order(StringComparer.Ordinal))
            {
                SentimentModel model = SentimentTrainer.Train([.. train.Where(e => e.Source != source)], language);
                Example[] own = [.. train.Where(e => e.Source == source)];
                new Random(1).Shuffle(own);
                foreach (int size in Sizes)
                {
                    yield return Row(source, model, [.. own.Take(size).Select(e => new RatedText(e.Text, e.Label))], [.. dev[source]]);
                }
            }
        }
    }

    private static string Row(string source, SentimentModel model, RatedText[] rated, Example[] later)
    {
        var folded = new FoldedText();
        CorrectionTrial trial = SentimentCorrection.Learn(rated, model);
        double before = Macro.F1([.. later.Select(e => (e.Label, model.Score(folded.Fold(e.Text)).Label))]);
        double after = trial.Correction is { } correction ? Macro.F1([.. later.Select(e => (e.Label, correction.Correct(folded.Fold(e.Text), model.Score(folded)).Label))]) : before;
        return string.Create(CultureInfo.InvariantCulture, $"| {source} | {rated.Length} | {(trial.Correction is null ? "no" : "yes")} | {trial.ScoreBefore:F3} | {trial.ScoreAfter:F3} | {before:F3} | {after:F3} |");
    }
}
