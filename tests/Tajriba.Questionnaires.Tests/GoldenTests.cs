using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;

namespace Tajriba.Questionnaires.Tests;

/// <summary>The same definitions and answers as survey-core plays them: golden/generate.mjs makes the cases.</summary>
public sealed class GoldenTests
{
    [Fact]
    public void Kept_cases_come_out_as_in_survey_core()
    {
        var golden = Kept();
        var clock = new FixedClock(DateTimeOffset.Parse((string)golden["now"]!, CultureInfo.InvariantCulture));
        var cases = golden["cases"]!.AsArray();
        var wrong = new SortedDictionary<int, List<string>>();
        for (var i = 0; i < cases.Count; i++)
        {
            if (GoldenCase.Play(cases[i]!, clock).ToList() is { Count: > 0 } differences)
            {
                wrong[i] = differences;
            }
        }

        // Cases known to differ, the reasons in docs/surveys-definition.md: the list may only shrink.
        var known = File.ReadLines(Checkout.PathOf("tests", "Tajriba.Questionnaires.Tests", "golden", "known.txt"))
            .Select(line => int.Parse(line, CultureInfo.InvariantCulture)).ToHashSet();
        Assert.True(cases.Count >= 400);
        Assert.True(
            wrong.Keys.ToHashSet().SetEquals(known),
            $"{wrong.Count} of {cases.Count} cases differ: {string.Join(' ', wrong.Keys)}\n"
            + string.Join('\n', wrong.SelectMany(pair => pair.Value.Select(line => $"case {pair.Key}: {line}"))));
    }

    // That of Node 20; Debian 12's own has 72.
    private const double FirstIcu = 73;

    [SkippableFact]
    public void Kept_cases_are_what_the_package_makes()
    {
        var clients = Checkout.PathOf("tests", "clients");
        Skip.IfNot(Directory.Exists(Path.Combine(clients, "node_modules", "survey-core")), "npm ci in tests/clients brings survey-core.");
        var icu = double.Parse(Node("-p", "process.versions.icu"), CultureInfo.InvariantCulture);
        Skip.If(icu < FirstIcu, "An older Node writes numbers in Arabic with other digits.");
        var fresh = JsonNode.Parse(Node(Checkout.PathOf("tests", "Tajriba.Questionnaires.Tests", "golden", "generate.mjs"), "460", "20260517", clients))!;
        Assert.True(JsonNode.DeepEquals(Kept(), fresh), "golden/cases.json.gz is to be made anew");
    }

    private static string Node(params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("node") { UseShellExecute = false, RedirectStandardOutput = true, Environment = { ["TZ"] = "UTC" } };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var node = Process.Start(start)!;
        var told = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        return told;
    }

    private static JsonNode Kept()
    {
        using var file = File.OpenRead(Checkout.PathOf("tests", "Tajriba.Questionnaires.Tests", "golden", "cases.json.gz"));
        using var unpacked = new GZipStream(file, CompressionMode.Decompress);
        return JsonNode.Parse(unpacked)!;
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => now;
    }
}
