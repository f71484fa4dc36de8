using System.Globalization;
using System.Text.Json;
using Tajriba.Statistics;

namespace Tajriba.Host.CommandLine.Stats;

/// <summary>What causes what, by experts' judgements.</summary>
internal static class DematelMethods
{
    public static StatsMethod[] All =>
    [
        new("dematel", One),
        new("dematel-experts", Experts),
        new("dematel-variants", Variants),
        new("fuzzy-dematel", Fuzzy),
    ];

    private static Answer One(MethodInput input)
    {
        var answer = new Answer();
        AddAnalysis(answer, input, "direct_relation", input.Square("direct_relation", 2, 0), Divisor(input));
        return answer;
    }

    private static Answer Experts(MethodInput input)
    {
        double[][][] experts = Judgements(input, 2);
        IReadOnlyList<IReadOnlyList<double>> average = input.Fit("experts", () => Dematel.Average(experts));
        var answer = new Answer { { "average", average } };
        AddAnalysis(answer, input, "experts", average, Divisor(input));
        answer.Add("consensus_gap_percent", Dematel.ConsensusGapPercent(experts));
        return answer;
    }

    private static Answer Variants(MethodInput input)
    {
        double[][] direct = input.Square("direct_relation", 2, 0);
        string[] variants = input.KindOf("variants") switch
        {
            JsonValueKind.Array => input.Texts("variants"),
            JsonValueKind.Object => [.. input.Object("variants").Names],
            JsonValueKind.String => [input.Text("variants")],
            _ => ["rowcol", "row"],
        };
        var answer = new Answer();
        foreach (string variant in variants)
        {
            var one = new Answer();
            AddAnalysis(one, input, "direct_relation", direct, Divisor(variant) ?? throw input.Refuse("variants", $"there is no variant '{variant}'; there are rowcol and row"));
            answer.Add(variant, one);
        }

        return answer;
    }

    private static Answer Fuzzy(MethodInput input)
    {
        double[][][] experts = Judgements(input, 1);
        Dictionary<int, TriangularNumber>? scale = input.Has("scale") ? Scale(input.Object("scale")) : null;
        IReadOnlyList<IReadOnlyList<double>> crisp = input.Fit("experts", () => FuzzyDematel.Crisp(experts, scale, Diagonal(input)));
        var answer = new Answer { { "crisp", crisp } };
        AddAnalysis(answer, input, "experts", crisp, Divisor(input));
        return answer;
    }

    private static void AddAnalysis(Answer answer, MethodInput input, string member, IReadOnlyList<IReadOnlyList<double>> direct, DematelDivisor divisor)
    {
        double? threshold = Threshold(input);
        DematelResult result = input.Fit(member, () => Dematel.Analyse(direct, divisor, threshold));
        answer.Add("normalisation_divisor", result.Divisor);
        answer.Add("normalised", result.Normalised);
        answer.Add("T", result.Total);
        answer.Add("D_row_sums", result.Given);
        answer.Add("R_column_sums", result.Received);
        answer.Add("prominence_D_plus_R", result.Prominence);
        answer.Add("relation_D_minus_R", result.Relation);
        answer.Add("threshold", result.Threshold);
        answer.Add("edges_above_threshold", result.Edges.Select(edge => new[] { edge.From, edge.To }));
        answer.Add("cause", result.Causes);
        answer.Add("weights", result.Weights);
    }

    /// <summary>A number, or in words the mean of T, which is also meant where nothing is said.</summary>
    private static double? Threshold(MethodInput input) => input.KindOf("threshold") switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.String when input.Text("threshold").StartsWith("mean", StringComparison.OrdinalIgnoreCase) => null,
        JsonValueKind.String => throw input.Refuse("threshold", "must be a number or 'mean of T'"),
        _ => input.Number("threshold"),
    };

    private static double[][][] Judgements(MethodInput input, int atLeast)
    {
        double[][][] experts = input.Matrices("experts", atLeast, 0);
        int rows = experts[0].Length, columns = experts[0][0].Length;
        return rows == columns && rows >= 2 ? experts : throw input.Refuse("experts[0]", $"must be square with 2 factors or more, not {rows} rows of {columns}");
    }

    private static DematelDivisor Divisor(MethodInput input)
    {
        string? text = input.TextOrNull("normalisation");
        return text is null
            ? DematelDivisor.RowsAndColumns
            : Divisor(text) ?? throw input.Refuse("normalisation", "must be rowcol (the larger of the largest row and column sum) or row (the largest row sum)");
    }

    /// <summary>A name (rowcol, row) or a sentence that says what to divide by.</summary>
    private static DematelDivisor? Divisor(string text) => text switch
    {
        _ when text.Contains("col", StringComparison.OrdinalIgnoreCase) => DematelDivisor.RowsAndColumns,
        _ when text.Contains("row", StringComparison.OrdinalIgnoreCase) => DematelDivisor.Rows,
        _ => null,
    };

    /// <summary>A number, or a text: one that begins with a number or speaks of zero sets the diagonal, others leave it to be made crisp.</summary>
    private static double? Diagonal(MethodInput input)
    {
        switch (input.KindOf("diagonal"))
        {
            case JsonValueKind.Undefined or JsonValueKind.Null:
                return 0;
            case JsonValueKind.Number:
                return input.Number("diagonal", 0);
            default:
                string text = input.Text("diagonal");
                return text.Contains("zero", StringComparison.OrdinalIgnoreCase) || text.Any(char.IsAsciiDigit)
                    ? text.Split(' ', '=', ':').Select(word => double.TryParse(word, CultureInfo.InvariantCulture, out double value) ? value : (double?)null).FirstOrDefault(value => value is >= 0) ?? 0
                    : null;
        }
    }

    private static Dictionary<int, TriangularNumber> Scale(MethodInput scale)
    {
        var levels = new Dictionary<int, TriangularNumber>();
        foreach (string name in scale.Names)
        {
            if (!int.TryParse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int level))
            {
                throw scale.Refuse(name, "must be named by a whole number");
            }

            double[] ends = scale.Numbers(name, 3);
            levels[level] = ends.Length == 3 && ends[0] <= ends[1] && ends[1] <= ends[2]
                ? new TriangularNumber(ends[0], ends[1], ends[2])
                : throw scale.Refuse(name, "must be three rising numbers: lower, middle and upper");
        }

        return levels;
    }
}
