using System.IO.Compression;
using Tajriba.TextAnalysis;

namespace Tajriba.Bench.Text;

/// <summary>The examples of a file of the feedback sets.</summary>
internal static class FeedbackSet
{
    public static List<Example> Read(string folder, string name)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(folder, name + ".csv.gz")), CompressionMode.Decompress));
        return [.. ExampleFile.Read(reader)];
    }
}
