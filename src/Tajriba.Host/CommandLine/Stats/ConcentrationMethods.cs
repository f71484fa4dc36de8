using System.Text.Json;
using Tajriba.Statistics;

namespace Tajriba.Host.CommandLine.Stats;

/// <summary>Inequality and diversity.</summary>
internal static class ConcentrationMethods
{
    public static StatsMethod[] All => [new("gini-entropy", Values), new("gini-classes", Classes)];

    private static Answer Values(MethodInput input)
    {
        double[] x = Amounts(input);
        return new Answer
        {
            { "gini", Concentration.Gini(x) },
            { "gini_corrected", Concentration.GiniCorrected(x) },
            { "theil", Concentration.Theil(x) },
            { "shannon_nats", Diversity.Shannon(x) },
            { "shannon_bits", Diversity.Shannon(x) / Math.Log(2) },
            { "normalised_entropy", Diversity.Evenness(x) },
            { "hhi", Concentration.Herfindahl(x) },
            { "lorenz", Concentration.Lorenz(x) },
        };
    }

    private static Answer Classes(MethodInput input)
    {
        double[] x = Amounts(input);
        MethodInput? named = input.KindOf("classes") == JsonValueKind.Object ? input.Object("classes") : null;
        double[] counts = named is null ? [.. input.Counts("classes").Select(count => (double)count)] : [.. named.Names.Select(name => (double)named.Whole(name, 0))];
        return counts.Sum() >= 2
            ? new Answer
            {
                { "gini", Concentration.Gini(x) },
                { "shannon_bits", Diversity.Shannon(counts) / Math.Log(2) },
                { "gini_impurity", Diversity.GiniImpurity(counts) },
                { "simpson_unbiased", Diversity.Simpson(counts) },
            }
            : throw input.Refuse("classes", "must count at least 2 together");
    }

    private static double[] Amounts(MethodInput input)
    {
        double[] x = input.Numbers("x", 2, 0);
        return x.Sum() > 0 ? x : throw input.Refuse("x", "must not all be 0");
    }
}
