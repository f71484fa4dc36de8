using System.Globalization;
using Tajriba.TextAnalysis;

namespace Tajriba.Bench.Text;

/// <summary>The table of what text analysis reaches, on the development parts and on sources left out of training.</summary>
internal static class TextScores
{
    private static readonly Dictionary<TextLanguage, (double UnseenPolarity, double UnseenThree, double SamePolarity, double SameThree)> Targets = new()
    {
        [TextLanguage.Fa] = (.865, .585, .797, .596),
        [TextLanguage.Ar] = (.725, .600, .825, .628),
        [TextLanguage.En] = (.768, .460, .893, .665),
    };

    public static IEnumerable<string> Report(string folder)
    {
        yield return "# Scores of text analysis";
        yield return "";
        yield return "Produced by `bench text scores FOLDER docs/text-scores.md`; nothing here is written by hand. Scores are macro-F1,";
        yield return "`polarity` of negative against positive, `3-class` of negative, neutral and positive; `error` is the expected calibration";
        yield return "error (ten bins) of what is reported. Trained on the train parts of the feedback sets, measured on the dev parts";
        yield return "(same domain) or on a whole source that was left out of training (unseen source). The means are over sources.";
        yield return "";
        yield return "The targets for unseen sources were set on sources that are kept back and are not in these folders. What is printed";
        yield return "beside them is the estimate from leaving one known source out: other texts, other difficulty, no proof of the target.";
        yield return "";
        yield return "## Sentiment";
        yield return "";
        yield return "| language | measured on | polarity | target | 3-class | target | error | target |";
        yield return "|---|---|---|---|---|---|---|---|";
        var details = new List<string>();
        foreach (TextLanguage language in Targets.Keys)
        {
            foreach (string line in Sentiment(folder, language, details))
            {
                yield return line;
            }
        }

        yield return "";
        yield return "By source:";
        yield return "";
        yield return "| source | measured as | polarity | 3-class | error |";
        yield return "|---|---|---|---|---|";
        foreach (string line in details)
        {
            yield return line;
        }

        yield return "";
        yield return "## Correction by one's own rated texts";
        yield return "";
        foreach (string line in CorrectionScores.Report(folder))
        {
            yield return line;
        }

        yield return "";
        yield return "## Language";
        yield return "";
        foreach (string line in Language(folder))
        {
            yield return line;
        }

        yield return "";
        yield return "## Topics";
        yield return "";
        foreach (string line in TopicScores.Report(folder))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> Sentiment(string folder, TextLanguage language, List<string> details)
    {
        List<Example> train = FeedbackSet.Read(folder, $"sentiment-{language.Code()}-train");
        List<Example> dev = FeedbackSet.Read(folder, $"sentiment-{language.Code()}-dev");
        string[] sources = [.. train.Select(e => e.Source).Distinct().Order(StringComparer.Ordinal)];
        SentimentModel full = SentimentTrainer.Train(train, language);
        SentimentResult[] same = [.. sources.Select(s => SentimentResult.Of(full, s, [.. dev.Where(e => e.Source == s)]))];
        SentimentResult[] unseen = [.. sources.Select(s => SentimentResult.Of(
            SentimentTrainer.Train([.. train.Where(e => e.Source != s)], language), s, [.. train.Where(e => e.Source == s)]))];
        details.AddRange(same.Select(r => Detail(r, "same domain")));
        details.AddRange(unseen.Select(r => Detail(r, "unseen source")));
        var target = Targets[language];
        yield return Mean(language, "same domain, mean of sources", same, target.SamePolarity, target.SameThree, .03);
        yield return Mean(language, "same domain, all together", [SentimentResult.Of(full, "all", dev)], target.SamePolarity, target.SameThree, .03);
        yield return Mean(language, "unseen source, mean of sources", unseen, target.UnseenPolarity, target.UnseenThree, .08);
    }

    private static string Mean(TextLanguage language, string measured, IReadOnlyList<SentimentResult> results, double polarity, double three, double error) =>
        string.Create(CultureInfo.InvariantCulture, $"| {language.Code()} | {measured} | {results.Average(r => r.Polarity):F3} | {polarity:F3} | {results.Average(r => r.Three):F3} | {three:F3} | {results.Average(r => r.Error):F3} | {error:F2} |");

    private static string Detail(SentimentResult result, string measured) =>
        string.Create(CultureInfo.InvariantCulture, $"| {result.Source} | {measured} | {result.Polarity:F3} | {(result.Three is { } three ? three.ToString("F3", CultureInfo.InvariantCulture) : "")} | {result.Error:F3} |");

    private static IEnumerable<string> Language(string folder)
    {
        LanguageModel model = ShippedModels.Language();
        var folded = new FoldedText();
        (string Truth, string Told)[] pairs = [.. FeedbackSet.Read(folder, "lid-dev").Select(e => (e.Label, model.Guess(folded.Fold(e.Text)).Language.Code()))];
        yield return "| languages | snippets | accuracy | macro-F1 | target |";
        yield return "|---|---|---|---|---|";
        yield return string.Create(CultureInfo.InvariantCulture, $"| 6 | {pairs.Length} | {pairs.Count(p => p.Truth == p.Told) / (double)pairs.Length:F3} | {Macro.F1(pairs):F3} | 0.965 |");
    }
}
