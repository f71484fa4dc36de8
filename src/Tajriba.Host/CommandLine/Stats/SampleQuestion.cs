using System.Globalization;
using System.Text.RegularExpressions;
using Tajriba.Statistics;

namespace Tajriba.Host.CommandLine.Stats;

/// <summary>What a question about a sample's size says: which numbers are given decides what is asked.</summary>
internal sealed partial record SampleQuestion
{
    public const string Expected = "must ask for two proportions (.50 vs .75), an arcsine h, a t test (delta and sd, with n for its power), Cochran's size (p and e) or a mean (sd and e)";

    private const string Figure = @"([-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[-+]?[0-9]+)?)(\s*%)?";

    /// <summary>The levels whose quantiles are usually written with two or three decimals.</summary>
    private static readonly double[] UsualConfidence = [0.8, 0.9, 0.95, 0.98, 0.99, 0.999];

    public double? Share1 { get; init; }

    public double? Share2 { get; init; }

    public bool Arcsine { get; init; }

    public double? Difference { get; init; }

    public double? Deviation { get; init; }

    public double? GroupSize { get; init; }

    public double? Margin { get; init; }

    public long? Population { get; init; }

    public double? Power { get; init; }

    public double? Alpha { get; init; }

    public double? Z { get; init; }

    /// <summary>From z where it is given: 1.96 means 95 %, not 95.0004 %.</summary>
    public double Confidence => Z is not { } z
        ? 1 - (Alpha ?? 0.05)
        : UsualConfidence.Cast<double?>().FirstOrDefault(level => IsRounded(z, NormalDistribution.Quantile((1 + level!.Value) / 2))) ?? (1 - NormalDistribution.TwoSided(z));

    /// <summary>A question in members.</summary>
    public static SampleQuestion Of(MethodInput question) => new()
    {
        Share1 = question.NumberOrNull("p1", 0, 1) ?? question.NumberOrNull("p", 0, 1),
        Share2 = question.NumberOrNull("p2", 0, 1),
        Arcsine = question.Truth("arcsine", false),
        Difference = question.NumberOrNull("delta"),
        Deviation = question.Has("sd") ? question.Positive("sd") : null,
        GroupSize = question.Has("n") ? question.Whole("n", 2) : null,
        Margin = question.Has("e") ? question.Positive("e") : null,
        Population = question.Has("N") ? question.Whole("N", 1) : null,
        Power = question.Has("power") ? question.OpenShare("power") : null,
        Alpha = question.Has("alpha") ? question.OpenShare("alpha") : null,
        Z = question.Has("z") ? question.Positive("z") : null,
    };

    /// <summary>A question in words, such as "two proportions .50 vs .75, power .90, alpha .05"; null where no question is found.</summary>
    public static SampleQuestion? Parse(string text)
    {
        Match pair = Pair().Match(text);
        var found = new SampleQuestion
        {
            Share1 = pair.Success ? Number(pair.Groups[1], pair.Groups[2]) : Named(text, "p"),
            Share2 = pair.Success ? Number(pair.Groups[3], pair.Groups[4]) : null,
            Arcsine = text.Contains("arcsin", StringComparison.OrdinalIgnoreCase) || text.Contains("cohen h", StringComparison.OrdinalIgnoreCase),
            Difference = Named(text, "delta") ?? Named(text, "difference"),
            Deviation = Named(text, "sd"),
            GroupSize = Named(text, "n"),
            Margin = Named(text, "e") ?? Named(text, "margin"),
            Population = Named(text, "N") is { } population ? (long)population : null,
            Power = Named(text, "power"),
            Alpha = Named(text, "alpha"),
            Z = Named(text, "z"),
        };
        return found is { Share1: not null, Share2: not null } or { Difference: not null } or { Margin: not null } ? found : null;
    }

    private static bool IsRounded(double z, double quantile) => Math.Abs(z - Math.Round(quantile, 2)) < 1e-9 || Math.Abs(z - Math.Round(quantile, 3)) < 1e-9;

    /// <summary>The number after a name, which may stand with or without an equals sign; n and N are not the same.</summary>
    private static double? Named(string text, string name)
    {
        RegexOptions options = RegexOptions.CultureInvariant | (name.Length > 1 ? RegexOptions.IgnoreCase : RegexOptions.None);
        Match found = Regex.Match(text, $@"(?<![\w.]){name}(?:\s*[=:]\s*|\s+)(?:of\s+)?{Figure}", options, TimeSpan.FromSeconds(1));
        return found.Success ? Number(found.Groups[1], found.Groups[2]) : null;
    }

    private static double Number(Group figure, Group percent)
        => double.Parse(figure.Value, CultureInfo.InvariantCulture) / (percent.Success ? 100 : 1);

    [GeneratedRegex(Figure + @"\s*(?:vs\.?|versus|against)\s*" + Figure, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Pair();
}
