using System.Globalization;
using Tajriba.Statistics;

namespace Tajriba.Host.CommandLine.Stats;

/// <summary>Whether further interviews still bring new codes.</summary>
internal static class SaturationMethods
{
    /// <summary>The base, the run and the threshold in percent that are reported where the input does not name its own.</summary>
    private static readonly (int Base, int Run, double Percent)[] Usual = [(4, 2, 5), (4, 3, 5), (6, 2, 0)];

    public static StatsMethod[] All => [new("saturation", Saturation)];

    private static Answer Saturation(MethodInput input)
    {
        string?[][] codes = input.Labels("codes_per_interview", 2);
        (int Base, int Run, double Percent)[] settings = input.Has("settings")
            ? [.. input.Objects("settings").Select(s => ((int)s.Whole("base", 1, 10_000), (int)s.Whole("run", 1, 10_000), 100 * s.Number("threshold", 0, 1)))]
            : Usual;
        var answer = new Answer { { "cumulative_unique", ThematicSaturation.CumulativeCodes(codes) } };
        foreach ((int size, int run, double percent) in settings)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"base{size}_run{run}_{Math.Round(percent, 6)}pct");
            answer.Add(name, Describe(ThematicSaturation.Assess(codes, size, run, percent / 100), run));
        }

        return answer;
    }

    private static Answer Describe(ThematicSaturation saturation, int run) => new()
    {
        { "base_codes", saturation.BaseCodes },
        {
            "runs",
            saturation.Runs.Select(r => new Answer
            {
                { "after_interview", r.After },
                { "run", Enumerable.Range(r.After + 1, r.Length).ToArray() },
                { "new_codes", r.NewCodes },
                { "ratio", r.Ratio },
            })
        },
        { "saturation_at", saturation.ReachedAfter },
        { "notation", saturation.ReachedAfter is { } after ? $"{after}+{run}" : null },
    };
}
