using System.Globalization;
using Tajriba.TextAnalysis;

namespace Tajriba.Bench.Text;

/// <summary>How well topics are told from all examples, and from 10 and 5 of each.</summary>
internal static class TopicScores
{
    private const int Draws = 3;

    public static IEnumerable<string> Report(string folder)
    {
        yield return "Accuracy of the best topic; a text that is refused counts as wrong. Few shots: mean of three draws.";
        yield return "";
        yield return "| set | examples | accuracy | target | refused |";
        yield return "|---|---|---|---|---|";
        List<Example> train = Of(folder, "topics-en-train", "en-banking77");
        List<Example> dev = Of(folder, "topics-en-dev", "en-banking77");
        yield return Row("Banking77", "all", [train], dev, .915);
        yield return Row("Banking77", "10 of each", [.. Enumerable.Range(1, Draws).Select(seed => Few(train, 10, seed))], dev, .745);
        yield return Row("Banking77", "5 of each", [.. Enumerable.Range(1, Draws).Select(seed => Few(train, 5, seed))], dev, .640);
        yield return Row("ArBanking77", "all", [Of(folder, "topics-ar-train", "ar-banking77")], Of(folder, "topics-ar-dev", "ar-banking77"), .885);
    }

    private static string Row(string set, string examples, IReadOnlyList<List<Example>> draws, List<Example> dev, double target)
    {
        var folded = new FoldedText();
        (double Right, double Refused)[] results = [.. draws.Select(draw =>
        {
            TopicModel model = TopicTrainer.Train(draw);
            (string Label, TopicScore Told)[] told = [.. dev.Select(e => (e.Label, model.Best(folded.Fold(e.Text))))];
            return (told.Average(t => t.Told.Fits && t.Told.Label == t.Label ? 1.0 : 0), told.Average(t => t.Told.Fits ? 0.0 : 1));
        })];
        return string.Create(CultureInfo.InvariantCulture, $"| {set} | {examples} | {results.Average(r => r.Right):F3} | {target:F3} | {results.Average(r => r.Refused):P1} |");
    }

    private static List<Example> Of(string folder, string name, string source) => [.. FeedbackSet.Read(folder, name).Where(e => e.Source == source)];

    private static List<Example> Few(List<Example> examples, int each, int seed)
    {
        var random = new Random(seed);
        return [.. examples.GroupBy(e => e.Label).OrderBy(g => g.Key, StringComparer.Ordinal).SelectMany(g =>
        {
            Example[] all = [.. g];
            random.Shuffle(all);
            return all.Take(each);
        })];
    }
}
