using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Tajriba.Client.Tests;

/// <summary>The example of docs/client.md is <see cref="Sample"/>, word for word, so that it compiles.</summary>
public sealed partial class DocumentTests
{
    [Fact]
    public void The_example_is_the_sample_that_compiles()
    {
        string tests = Folder();
        string document = File.ReadAllText(Path.Combine(tests, "..", "..", "docs", "client.md"));
        string sample = File.ReadAllText(Path.Combine(tests, "Sample.cs"));
        Assert.Contains(Words(Example().Match(document).Groups[1].Value), Words(sample), StringComparison.Ordinal);
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Example();
}
