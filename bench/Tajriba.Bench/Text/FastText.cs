using System.Diagnostics;
using Tajriba.TextAnalysis;

namespace Tajriba.Bench.Text;

/// <summary>The peer: fastText (Debian's package), trained on the same texts with pairs of words and runs of 2 to 5 letters, one thread.</summary>
internal static class FastText
{
    private const int Repeats = 20;

    /// <summary>Texts per second of its one thread, the loading of the model taken off; null where it is not installed.</summary>
    public static double? Rate(IReadOnlyList<Example> train, string[] texts)
    {
        string folder = Directory.CreateTempSubdirectory("tajriba-fasttext").FullName;
        try
        {
            string examples = Path.Combine(folder, "train.txt");
            string few = Path.Combine(folder, "few.txt");
            string many = Path.Combine(folder, "many.txt");
            File.WriteAllLines(examples, train.Select(e => $"__label__{e.Label} {e.Text.ReplaceLineEndings(" ")}"));
            File.WriteAllLines(few, texts.Take(1));
            File.WriteAllLines(many, Enumerable.Repeat(texts.Select(t => t.ReplaceLineEndings(" ")), Repeats).SelectMany(t => t));
            Run("supervised", "-input", examples, "-output", Path.Combine(folder, "model"), "-wordNgrams", "2", "-minn", "2", "-maxn", "5", "-dim", "50", "-bucket", "200000", "-thread", "1", "-epoch", "5");
            double loading = Run("predict-prob", Path.Combine(folder, "model.bin"), few, "3");
            double all = Run("predict-prob", Path.Combine(folder, "model.bin"), many, "3");
            return texts.Length * Repeats / (all - loading);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Run(params string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        using Process process = Process.Start(new ProcessStartInfo("fasttext", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return watch.Elapsed.TotalSeconds;
    }
}
