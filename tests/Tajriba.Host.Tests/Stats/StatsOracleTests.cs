using System.Text.Json;
using Tajriba.Host.CommandLine.Stats;

namespace Tajriba.Host.Tests.Stats;

/// <summary>Every published case through the verb's own path, within its tolerance.</summary>
public sealed class StatsOracleTests
{
    public static TheoryData<string> Cases => [.. Names()];

    [SkippableTheory]
    [MemberData(nameof(Cases))]
    public void Answer_is_within_the_tolerance(string name)
    {
        Oracle oracle = Oracle.Read(name);
        Skip.If(oracle.Method is null || !StatsMethods.Knows(oracle.Method), "The product does not know this method.");
        using JsonDocument answer = JsonDocument.Parse(StatsMethods.Answer(null, oracle.Json, Path.GetDirectoryName(oracle.Path)));
        Assert.Empty(oracle.Differences(answer.RootElement));
    }

    [SkippableTheory]
    [InlineData("ahp-saaty-drinks")]
    [InlineData("ahp-saaty-house")]
    [InlineData("bgnbd-cdnow")]
    [InlineData("c-chart-circuit")]
    [InlineData("dematel-medical-device")]
    [InlineData("p-chart-orangejuice")]
    [InlineData("sequential-boundaries")]
    [InlineData("u-chart-pcmanufact")]
    [InlineData("xmr-nist")]
    public void Answer_rounds_to_what_the_source_prints(string name)
    {
        Oracle oracle = Oracle.Read(name);
        using JsonDocument answer = JsonDocument.Parse(StatsMethods.Answer(null, oracle.Json, Path.GetDirectoryName(oracle.Path)));
        Assert.Empty(oracle.PrintedDifferences(answer.RootElement));
    }

    private static IEnumerable<string> Names()
    {
        try
        {
            return Directory.EnumerateFiles(Oracle.Folder, "*.json").Select(p => Path.GetFileNameWithoutExtension(p)).Order(StringComparer.Ordinal);
        }
        catch (SkipException)
        {
            return ["nps-ci-a"];
        }
    }
}
