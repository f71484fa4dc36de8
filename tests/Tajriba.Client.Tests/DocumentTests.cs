using System.Text.RegularExpressions;

namespace Tajriba.Client.Tests;

/// <summary>The example of docs/client.md is <see cref="Sample"/>, word for word, so that it compiles.</summary>
public sealed partial class DocumentTests
{
    [Fact]
    public void The_example_is_the_sample_that_compiles()
    {
        string document = File.ReadAllText(Checkout.PathOf("docs", "client.md"));
        string sample = File.ReadAllText(Checkout.PathOf("tests", "Tajriba.Client.Tests", "Sample.cs"));
        Assert.Contains(Words(Example().Match(document).Groups[1].Value), Words(sample), StringComparison.Ordinal);
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Example();
}
