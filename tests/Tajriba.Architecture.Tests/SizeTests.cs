namespace Tajriba.Architecture.Tests;

/// <summary>Small files: 400 lines at most. Known debt stands in a baseline that may only shrink.</summary>
public sealed class SizeTests
{
    private const int Most = 400;

    [Fact]
    public void No_source_file_is_longer_than_400_lines()
    {
        var baseline = Repository.Baseline("long-files.txt");
        var tooLong = Repository.Sources(".cs", ".razor", ".ts", ".css")
            .Where(path => File.ReadLines(Path.Combine(Repository.Root, path)).Count() > Most)
            .ToHashSet(StringComparer.Ordinal);
        Assert.Empty(tooLong.Except(baseline));
        Assert.Empty(baseline.Except(tooLong));
    }
}
