using System.Globalization;
using System.Text.Json;
using Tajriba.Statistics;

namespace Tajriba.Host.CommandLine.Stats;

/// <summary>Priorities from pairwise comparisons.</summary>
internal static class AhpMethods
{
    public static StatsMethod[] All => [new("ahp", One), new("ahp-group", Group)];

    private static Answer One(MethodInput input)
    {
        double[][] matrix = input.Square("matrix", 2);
        CheckNames(input, "items", matrix.Length);
        CheckNames(input, "criteria", matrix.Length);
        return Priorities(input.Fit("matrix", () => Ahp.Analyse(matrix, RandomIndex(input, matrix.Length))));
    }

    private static Answer Group(MethodInput input)
    {
        double[][][] judges = Squares(input, "judges");
        int size = judges[0].Length;
        double? random = RandomIndex(input, size);
        IReadOnlyList<IReadOnlyList<double>> matrix = input.Fit("judges", () => Ahp.Group(judges));
        AhpResult group = input.Fit("judges", () => Ahp.Analyse(matrix, random));
        var answer = new Answer
        {
            { "group_matrix", matrix },
            { "group", Priorities(group) },
            { "individual_CR", judges.Select(judge => Ahp.Analyse(judge, random).ConsistencyRatio).ToArray() },
        };
        if (input.Has("alternatives_per_criterion"))
        {
            double[][][] alternatives = Squares(input, "alternatives_per_criterion");
            AhpSynthesis synthesis = input.Fit("alternatives_per_criterion", () => Ahp.Synthesise([.. group.Weights], alternatives));
            answer.Add("local", synthesis.Local);
            answer.Add("global_priorities", synthesis.Distributive);
            answer.Add("ideal_mode", synthesis.Ideal);
        }

        return answer;
    }

    private static Answer Priorities(AhpResult result) => new()
    {
        { "weights_eigenvector", result.Weights },
        { "lambda_max", result.LambdaMax },
        { "CI", result.ConsistencyIndex },
        { "CR", result.ConsistencyRatio },
        { "random_index_used", result.RandomIndex },
        { "weights_geometric_mean", result.GeometricWeights },
        { "geometric_consistency_index", result.GeometricConsistencyIndex },
        { "consistent", result.IsConsistent },
    };

    private static double[][][] Squares(MethodInput input, string name)
    {
        double[][][] matrices = input.Matrices(name);
        int rows = matrices[0].Length, columns = matrices[0][0].Length;
        return rows == columns && rows >= 2 ? matrices : throw input.Refuse($"{name}[0]", $"must be square with 2 items or more, not {rows} rows of {columns}");
    }

    private static void CheckNames(MethodInput input, string name, int count)
    {
        if (input.Has(name) && input.Texts(name, 0).Length != count)
        {
            throw input.Refuse(name, $"must name the {count} rows of matrix");
        }
    }

    /// <summary>Of the input's table (by size, or a list from size 1), or null for the library's own.</summary>
    private static double? RandomIndex(MethodInput input, int size)
    {
        switch (input.KindOf("random_index"))
        {
            case JsonValueKind.Undefined or JsonValueKind.Null:
                return null;
            case JsonValueKind.Number:
                return input.Number("random_index", 0);
            case JsonValueKind.Array:
                double[] list = input.Numbers("random_index", 1, 0);
                return size <= list.Length ? list[size - 1] : throw input.Refuse("random_index", $"has no value for {size} items");
            default:
                MethodInput table = input.Object("random_index");
                string name = size.ToString(CultureInfo.InvariantCulture);
                return table.Has(name) ? table.Number(name, 0) : throw input.Refuse("random_index", $"has no value for {size} items");
        }
    }
}
