using System.Text.Json;
using Tajriba.Statistics;

namespace Tajriba.Host.CommandLine.Stats;

/// <summary>Importance-performance analysis, with importance as stated or derived.</summary>
internal static class ImportanceMethods
{
    /// <summary>The highest answers of the usual scales from 1, for where the input does not say its own.</summary>
    private static readonly double[] UsualHighest = [4, 5, 7, 9, 10];

    public static StatsMethod[] All => [new("ipa", Stated), new("ipa-derived", Derived)];

    private static Answer Stated(MethodInput input)
    {
        MethodInput[] attributes = input.Objects("attributes");
        string[] names = [.. attributes.Select(attribute => attribute.Text("name"))];
        if (names.Distinct(StringComparer.Ordinal).Count() < names.Length)
        {
            throw input.Refuse("attributes", "must not name an attribute twice");
        }

        double[] importance = [.. attributes.Select(attribute => attribute.Number("importance"))];
        double[] performance = [.. attributes.Select(attribute => attribute.Number("performance"))];
        var means = ImportancePerformance.AtMeans(importance, performance);
        var medians = ImportancePerformance.AtMedians(importance, performance);
        double middle = Middle(input, [.. importance, .. performance]);
        var middles = new ImportancePerformance(middle, middle);
        return new Answer
        {
            { "mean_cross", Cross(means) },
            { "by_mean", Answer.ByName(names, Quadrants(means, importance, performance)) },
            { "median_cross", Cross(medians) },
            { "by_median", Answer.ByName(names, Quadrants(medians, importance, performance)) },
            { "midpoint_cross", Cross(middles) },
            { "by_midpoint", Answer.ByName(names, Quadrants(middles, importance, performance)) },
            { "gap_performance_minus_importance", Answer.ByName(names, performance.Zip(importance, (p, i) => p - i)) },
            { "above_diagonal_needs_action", names.Where((_, i) => importance[i] > performance[i]).ToArray() },
        };
    }

    private static Answer Derived(MethodInput input)
    {
        DataColumns data = input.Columns("data", 2);
        bool apart = input.KindOf("target") == JsonValueKind.Array;
        string? name = apart ? null : input.Text("target");
        double[] target = apart
            ? input.NumbersAsMany("target", data.Values[0].Length, "the columns of data")
            : data.Values.ElementAtOrDefault(Array.IndexOf(data.Names, name)) ?? throw input.Refuse("target", $"must be a column of data; there is no '{name}'");
        (string Name, double[] Values)[] attributes = [.. data.Names.Zip(data.Values).Where(column => apart || column.First != name)];
        if (attributes.Length == 0)
        {
            throw input.Refuse("data", "must have a column besides the target");
        }

        if (target.All(value => value == target[0]))
        {
            throw input.Refuse("target", "must vary");
        }

        double[] importance = [.. attributes.Select(column => Correlation.Pearson(column.Values, target))];
        int odd = Array.FindIndex(importance, double.IsNaN);
        if (odd >= 0)
        {
            throw input.Refuse($"data.{attributes[odd].Name}", "must vary");
        }

        double[] performance = [.. attributes.Select(column => SampleSummary.Of(column.Values).Mean)];
        string[] names = [.. attributes.Select(column => column.Name)];
        return new Answer
        {
            { "importance", Answer.ByName(names, importance) },
            { "performance", Answer.ByName(names, performance) },
            { "quadrant", Answer.ByName(names, Quadrants(ImportancePerformance.AtMeans(importance, performance), importance, performance)) },
        };
    }

    /// <summary>The middle of the scale that the input names, else of the shortest usual one that holds every value.</summary>
    private static double Middle(MethodInput input, double[] values)
    {
        if (!input.Has("scale"))
        {
            return (1 + UsualHighest.Concat([Math.Max(100, values.Max())]).First(highest => values.Max() <= highest)) / 2;
        }

        double[] ends = input.Numbers("scale", 2);
        return ends.Length == 2 && ends[0] < ends[1] ? (ends[0] + ends[1]) / 2 : throw input.Refuse("scale", "must be two numbers, the lowest answer and the highest");
    }

    private static double[] Cross(ImportancePerformance cross) => [cross.Importance, cross.Performance];

    private static IEnumerable<string> Quadrants(ImportancePerformance cross, double[] importance, double[] performance)
        => importance.Zip(performance, (i, p) => cross.Place(i, p) switch
        {
            ImportanceQuadrant.ConcentrateHere => "concentrate here",
            ImportanceQuadrant.KeepUpTheGoodWork => "keep up the good work",
            ImportanceQuadrant.LowPriority => "low priority",
            _ => "possible overkill",
        });
}
