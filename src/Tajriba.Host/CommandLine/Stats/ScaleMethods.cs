using Tajriba.Statistics;

namespace Tajriba.Host.CommandLine.Stats;

/// <summary>Indexes of answers on scales.</summary>
internal static class ScaleMethods
{
    private static readonly SatisfactionScale Csat = new(1, 5);
    private static readonly SatisfactionScale Ces = new(1, 7);

    public static StatsMethod[] All =>
    [
        new("ces-csat", CsatAndCes),
        new("csi-weighted", Weighted),
        new("acsi-index", Index),
        new("servqual", Servqual),
    ];

    private static Answer CsatAndCes(MethodInput input)
    {
        double[] csat = input.Wholes("csat_1_5", 1, 1, 5), ces = input.Wholes("ces_1_7", 1, 1, 7);
        return new Answer
        {
            { "csat_top2_percent", 100 * Csat.ShareFrom(csat, 4) },
            { "csat_mean", Csat.Mean(csat) },
            { "csat_0_100", Csat.ToHundred(Csat.Mean(csat)) },
            { "ces_mean", Ces.Mean(ces) },
            { "ces_agree_percent", 100 * Ces.ShareFrom(ces, 5) },
            { "ces_0_100", Ces.ToHundred(Ces.Mean(ces)) },
        };
    }

    private static Answer Weighted(MethodInput input)
    {
        SatisfactionScale scale = Scale(input, "scale");
        double[] importance = Weights(input, "importance", input.Numbers("importance").Length);
        double[] satisfaction = input.NumbersAsMany("satisfaction", importance.Length, "importance", scale.Lowest, scale.Highest);
        WeightedSatisfaction index = WeightedSatisfaction.Of(importance, satisfaction, scale);
        return new Answer
        {
            { "weights", index.Weights },
            { "weighted_mean", index.Mean },
            { "csi_percent_of_max", index.PercentOfMaximum },
            { "csi_0_100", index.Index },
            { "lost_points_by_attribute", index.LostPoints },
            { "rank_priority_desc", index.Priorities },
        };
    }

    private static Answer Index(MethodInput input)
    {
        double[][] scores = input.Matrix("scores", 2, 1, 1, 10);
        int items = scores[0].Length;
        double[] weights = Weights(input, "weights", items);
        if (input.Has("items") && input.Texts("items").Length != items)
        {
            throw input.Refuse("items", $"must name the {items} values of a row of scores");
        }

        SatisfactionIndex index = SatisfactionIndex.Of(scores, weights);
        return new Answer
        {
            { "means", index.Means },
            { "index", index.Index.Value },
            { "respondent_level_mean", index.RespondentMean },
            { "sd", index.StandardDeviation },
            { "se", index.StandardError },
            { "ci95", index.Index },
        };
    }

    private static Answer Servqual(MethodInput input)
    {
        MethodInput items = input.Object("dimension_items");
        string[] names = [.. items.Names];
        int[] counts = [.. names.Select(name => (int)items.Whole(name, 1, 1_000))];
        SatisfactionScale scale = input.Has("scale") ? Scale(input, "scale") : new SatisfactionScale(1, 7);
        double[][] expectation = input.Matrix("expectation", 2, 1, scale.Lowest, scale.Highest);
        double[][] perception = input.Matrix("perception", 2, 1, scale.Lowest, scale.Highest);
        if (counts.Sum() != expectation[0].Length)
        {
            throw input.Refuse("dimension_items", $"must add up to the {expectation[0].Length} values of a row of expectation, not {counts.Sum()}");
        }

        if (perception.Length != expectation.Length || perception[0].Length != expectation[0].Length)
        {
            throw input.Refuse("perception", $"must have the shape of expectation, {expectation.Length} rows of {expectation[0].Length}");
        }

        var quality = ServiceQuality.Of(counts, expectation, perception, Points(input, names.Length, expectation.Length));
        var answer = new Answer
        {
            {
                "dimensions",
                Answer.ByName(names, quality.Dimensions.Select(d => new Answer
                {
                    { "gap", d.Gap }, { "sd", d.StandardDeviation }, { "perception", d.Perception }, { "expectation", d.Expectation }, { "t", d.T },
                }))
            },
            { "item_gaps", quality.ItemGaps },
            { "unweighted", quality.Unweighted },
            { "weighted", quality.Weighted },
            { "servperf", quality.Performance },
        };
        return answer;
    }

    /// <summary>Each respondent's points; null where nobody was asked.</summary>
    private static double[][]? Points(MethodInput input, int dimensions, int respondents)
    {
        if (!input.Has("importance_points"))
        {
            return null;
        }

        double[][] points = input.Matrix("importance_points", 1, 1, 0, ServiceQuality.Points);
        if (points.Length != respondents || points[0].Length != dimensions)
        {
            throw input.Refuse("importance_points", $"must have a row for each of the {respondents} respondents and a value for each of the {dimensions} dimensions");
        }

        int odd = Array.FindIndex(points, row => Math.Abs(row.Sum() - ServiceQuality.Points) > 1e-6);
        return odd < 0 ? points : throw input.Refuse($"importance_points[{odd}]", $"must add up to 100, not {MethodInput.Shown(points[odd].Sum())}");
    }

    private static double[] Weights(MethodInput input, string name, int count)
    {
        double[] weights = input.NumbersAsMany(name, count, "a row of scores", 0);
        return weights.Sum() > 0 ? weights : throw input.Refuse(name, "must not all be 0");
    }

    private static SatisfactionScale Scale(MethodInput input, string name)
    {
        double[] ends = input.Numbers(name, 2);
        return ends.Length == 2 && ends[0] < ends[1]
            ? new SatisfactionScale(ends[0], ends[1])
            : throw input.Refuse(name, "must be two numbers, the lowest answer and the highest");
    }
}
