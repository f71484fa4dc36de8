using System.Diagnostics;
using Tajriba.TextAnalysis;

namespace Tajriba.Bench.Text;

/// <summary>Texts per core second, and bytes allocated per text, of folding with sentiment; fastText beside it where it is installed.</summary>
internal static class TextSpeed
{
    private const int Rounds = 10;

    public static void Print(string folder)
    {
        Console.WriteLine("| language | texts | folding with sentiment, texts per core second | with detection | bytes a text | fastText (one thread), texts per second |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (TextLanguage language in new[] { TextLanguage.Fa, TextLanguage.Ar, TextLanguage.En })
        {
            List<Example> train = FeedbackSet.Read(folder, $"sentiment-{language.Code()}-train");
            string[] texts = [.. FeedbackSet.Read(folder, $"sentiment-{language.Code()}-dev").Select(e => e.Text)];
            var analyzer = new TextAnalyzer();
            (double known, _) = Rate(texts, text => analyzer.Sentiment(text, language, out _));
            (double detected, long bytes) = Rate(texts, text => analyzer.Sentiment(text, null, out _));
            string peer = FastText.Rate(train, texts) is { } rate ? $"{rate:F0}" : "not installed";
            Console.WriteLine($"| {language.Code()} | {texts.Length} | {known:F0} | {detected:F0} | {bytes} | {peer} |");
        }
    }

    private static (double PerSecond, long Bytes) Rate(string[] texts, Action<string> analyze)
    {
        foreach (string text in texts)
        {
            analyze(text);
            analyze(text);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        TimeSpan start = Process.GetCurrentProcess().UserProcessorTime;
        for (int round = 0; round < Rounds; round++)
        {
            foreach (string text in texts)
            {
                analyze(text);
            }
        }

        double seconds = (Process.GetCurrentProcess().UserProcessorTime - start).TotalSeconds;
        int count = Rounds * texts.Length;
        return (count / seconds, (GC.GetAllocatedBytesForCurrentThread() - before) / count);
    }
}
