using Tajriba.Statistics;

namespace Tajriba.Host.CommandLine.Stats;

/// <summary>Agreement of raters and coders, and reliability of items.</summary>
internal static class AgreementMethods
{
    private const string Weights = "agreement weights: linear 1 - |i-j|/(k-1), quadratic 1 - (i-j)^2/(k-1)^2";

    public static StatsMethod[] All =>
    [
        new("cronbach-alpha", Cronbach),
        new("cohen-kappa", Cohen),
        new("cohen-kappa-tables", CohenTables),
        new("fleiss-kappa", Fleiss),
        new("krippendorff-alpha", Krippendorff),
        new("krippendorff-two", KrippendorffTwo),
        new("intercoder", Intercoder),
    ];

    private static Answer Cronbach(MethodInput input)
    {
        DataColumns data = input.Columns("data", 2, 2);
        int odd = Array.FindIndex(data.Values, column => column.All(value => value == column[0]));
        if (odd >= 0)
        {
            throw input.Refuse($"data.{data.Names[odd]}", "must vary");
        }

        CronbachAlpha alpha = CronbachAlpha.Of(data.Values);
        return new Answer
        {
            { "raw", alpha.Raw },
            { "standardised", alpha.Standardised },
            { "average_r", alpha.MeanCorrelation },
            { "alpha_if_dropped", Answer.ByName(data.Names, alpha.IfDropped) },
            { "item_rest_correlation", Answer.ByName(data.Names, alpha.ItemRestCorrelation) },
        };
    }

    private static Answer Cohen(MethodInput input)
    {
        double[][] table = Table(input, "table");
        return new Answer
        {
            { "kappa", CohenKappa.Of(table).Kappa },
            { "linear", CohenKappa.Of(table, KappaWeights.Linear).Kappa },
            { "quadratic", CohenKappa.Of(table, KappaWeights.Quadratic).Kappa },
            { "note", Weights },
        };
    }

    private static Answer CohenTables(MethodInput input)
    {
        string[] names = [.. input.Names.Where(name => input.KindOf(name) == System.Text.Json.JsonValueKind.Array)];
        if (names.Length == 0)
        {
            throw input.Refuse("table1", "is missing");
        }

        return Answer.ByName(names, names.Select(name =>
        {
            double[][] table = Table(input, name);
            CohenKappa plain = CohenKappa.Of(table), linear = CohenKappa.Of(table, KappaWeights.Linear), quadratic = CohenKappa.Of(table, KappaWeights.Quadratic);
            return new Answer
            {
                { "po", plain.Observed },
                { "pe", plain.ByChance },
                { "kappa", plain.Kappa },
                { "ase", plain.StandardError },
                { "linear", linear.Kappa },
                { "linear_ase", linear.StandardError },
                { "quadratic", quadratic.Kappa },
                { "quadratic_ase", quadratic.StandardError },
            };
        }));
    }

    private static double[][] Table(MethodInput input, string name)
    {
        double[][] table = input.CountTable(name, 2, 2);
        if (table.Length != table[0].Length)
        {
            throw input.Refuse(name, $"must be square, not {table.Length} rows of {table[0].Length}");
        }

        return table.Sum(row => row.Sum()) >= 2 ? table : throw input.Refuse(name, "must count at least 2 subjects");
    }

    private static Answer Fleiss(MethodInput input)
    {
        double[][] counts = input.CountTable("counts", 1, 2);
        double raters = counts[0].Sum();
        if (raters < 2)
        {
            throw input.Refuse("counts[0]", "must have at least 2 ratings");
        }

        int odd = Array.FindIndex(counts, row => row.Sum() != raters);
        if (odd >= 0)
        {
            throw input.Refuse($"counts[{odd}]", $"must have as many ratings as the first subject ({raters}), not {counts[odd].Sum()}");
        }

        FleissKappa kappa = FleissKappa.Of(counts);
        return new Answer
        {
            { "p_j", kappa.Shares },
            { "P_i", kappa.SubjectAgreement },
            { "P_bar", kappa.Observed },
            { "P_e", kappa.ByChance },
            { "kappa", kappa.Kappa },
            { "se0", kappa.StandardErrorAtZero },
            { "z", kappa.Z },
        };
    }

    private static Answer Krippendorff(MethodInput input)
    {
        double?[][] codes = input.NumbersOrMissing("coders_by_units", 2);
        if (!codes[0].Where((_, unit) => codes.Count(row => row[unit] is not null) > 1).Any())
        {
            throw input.Refuse("coders_by_units", "must have a unit with values of at least two coders");
        }

        return new Answer
        {
            { "nominal", KrippendorffAlpha.Of(codes, KrippendorffMetric.Nominal) },
            { "ordinal", KrippendorffAlpha.Of(codes, KrippendorffMetric.Ordinal) },
            { "interval", KrippendorffAlpha.Of(codes, KrippendorffMetric.Interval) },
            { "ratio", KrippendorffAlpha.Of(codes, KrippendorffMetric.Ratio) },
        };
    }

    private static Answer KrippendorffTwo(MethodInput input)
    {
        string?[][] binary = Two(input, "A"), nominal = Two(input, "B");
        if (binary.SelectMany(row => row).OfType<string>().Distinct(StringComparer.Ordinal).Count() > 2)
        {
            throw input.Refuse("A", "must have no more than two different values");
        }

        return new Answer { { "binary_two_coders", KrippendorffAlpha.OfLabels(binary) }, { "nominal_two_coders", KrippendorffAlpha.OfLabels(nominal) } };
    }

    private static string?[][] Two(MethodInput input, string name)
    {
        string?[][] codes = Codes(input, name);
        return codes.Length == 2 ? codes : throw input.Refuse(name, $"must have two coders, not {codes.Length}");
    }

    private static Answer Intercoder(MethodInput input)
    {
        string?[][] codes = Codes(input, "coders_by_units");

        // Fleiss's kappa needs as many labels for every unit: those that all have labelled.
        double[][] complete = [.. CoderAgreement.Counts(codes).Where(unit => unit.Sum() == codes.Length)];
        return new Answer
        {
            { "percent_pairwise", 100 * CoderAgreement.MeanPairwise(codes) },
            { "fleiss", complete.Length > 0 && complete[0].Length > 1 ? FleissKappa.Of(complete).Kappa : double.NaN },
            { "krippendorff_nominal", KrippendorffAlpha.OfLabels(codes) },
            { "cohen_pairs", CoderAgreement.CohenPairs(codes) },
            { "gwet_ac1", CoderAgreement.GwetAc1(codes) },
        };
    }

    /// <summary>Labels of at least two coders for the same units, at least one of which two have labelled.</summary>
    private static string?[][] Codes(MethodInput input, string name)
    {
        string?[][] codes = input.Labels(name, 2, missing: true);
        int odd = Array.FindIndex(codes, row => row.Length != codes[0].Length);
        if (odd >= 0)
        {
            throw input.Refuse($"{name}[{odd}]", $"must have as many values as the first coder ({codes[0].Length}), not {codes[odd].Length}");
        }

        return codes[0].Where((_, unit) => codes.Count(row => row[unit] is not null) > 1).Any()
            ? codes
            : throw input.Refuse(name, "must have a unit with values of at least two coders");
    }
}
