using System.Globalization;
using System.Text.RegularExpressions;
using Tajriba.Statistics;

namespace Tajriba.Host.CommandLine.Stats;

/// <summary>Kano's model, from pairs of answers or from percentages.</summary>
internal static partial class KanoMethods
{
    private const string Letters = "MOAIRQ";

    /// <summary>Percentages in print may miss 100 by their rounding.</summary>
    private const double Rounding = 2;

    public static StatsMethod[] All => [new("kano", FromAnswers), new("kano-percent", FromPercentages)];

    private static Answer FromAnswers(MethodInput input)
    {
        KanoTable table = input.Has("table_rows_functional_cols_dysfunctional") ? Table(input, "table_rows_functional_cols_dysfunctional") : KanoTable.Berger;
        KanoCategory[]? ties = input.Has("tie_order") ? Ties(input, "tie_order") : null;
        double factor = input.TextOrNull("fong") is { } rule && Factor().Match(rule) is { Success: true } found
            ? double.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture)
            : KanoProfile.FongFactor;
        MethodInput features = input.Object("features_functional_dysfunctional_pairs");
        var answer = new Answer();
        foreach (string feature in features.Names)
        {
            answer.Add(feature, Describe(Profile(features, feature, table, ties), factor));
        }

        return answer.Any() ? answer : throw input.Refuse("features_functional_dysfunctional_pairs", "must have at least one feature");
    }

    private static Answer Describe(KanoProfile profile, double factor) => new()
    {
        { "counts", Answer.ByName(["A", "O", "M", "I", "R", "Q"], new[] { "A", "O", "M", "I", "R", "Q" }.Select(letter => profile[Category(letter)])) },
        { "category_mode", Letter(profile.Mode) },
        { "category_OAM_rule", Letter(profile.GroupedMode) },
        { "satisfaction", profile.Satisfaction },
        { "dissatisfaction", profile.Dissatisfaction },
        { "total_strength", profile.TotalStrength },
        { "category_strength", profile.CategoryStrength },
        { "fong_significant", profile.FongDifference >= profile.FongThreshold(factor) },
        { "fong_lhs", profile.FongDifference },
        { "fong_rhs", profile.FongThreshold(factor) },
    };

    private static KanoProfile Profile(MethodInput features, string feature, KanoTable table, KanoCategory[]? ties)
    {
        double[][] pairs = features.Matrix(feature, 1, 2, 1, KanoTable.Answers);
        int odd = Array.FindIndex(pairs, pair => pair.Length != 2 || pair.Any(answer => answer != Math.Floor(answer)));
        if (odd >= 0)
        {
            throw features.Refuse($"{feature}[{odd}]", "must be two whole numbers from 1 to 5: the functional answer and the dysfunctional one");
        }

        ILookup<KanoCategory, double[]> byCategory = pairs.ToLookup(pair => table.Classify((int)pair[0], (int)pair[1]));
        return new KanoProfile(category => byCategory[category].Count(), ties);
    }

    private static Answer FromPercentages(MethodInput input)
    {
        MethodInput features = input.Object("percent");
        var answer = new Answer();
        foreach (string feature in features.Names)
        {
            MethodInput percent = features.Object(feature);
            Dictionary<KanoCategory, double> shares = Letters.ToDictionary(
                letter => Category(letter.ToString()),
                letter => letter is 'R' or 'Q' ? percent.NumberOrNull(letter.ToString(), 0, 100) ?? 0 : percent.Number(letter.ToString(), 0, 100));
            double sum = shares.Values.Sum();
            if (Math.Abs(sum - 100) > Rounding)
            {
                throw features.Refuse(feature, $"must add up to 100, not {MethodInput.Shown(sum)}");
            }

            var profile = new KanoProfile(category => shares[category]);
            answer.Add(feature, new Answer
            {
                { "category", Letter(profile.Mode) }, { "satisfaction", profile.Satisfaction }, { "dissatisfaction", profile.Dissatisfaction },
            });
        }

        return answer.Any() ? answer : throw input.Refuse("percent", "must have at least one feature");
    }

    private static KanoTable Table(MethodInput input, string name)
    {
        string?[][] rows = input.Labels(name, KanoTable.Answers);
        return rows.Length == KanoTable.Answers && rows.All(row => row.Length == KanoTable.Answers && row.All(letter => letter is { Length: 1 } && Letters.Contains(letter)))
            ? new KanoTable([.. rows.Select(row => row.Select(letter => Category(letter!)).ToArray())])
            : throw input.Refuse(name, "must be five rows of five letters of A, O, M, I, R, Q");
    }

    private static KanoCategory[] Ties(MethodInput input, string name)
    {
        string[] letters = input.Text(name).Split('>', StringSplitOptions.TrimEntries);
        return letters.Order(StringComparer.Ordinal).SequenceEqual(Letters.Order().Select(letter => letter.ToString()))
            ? [.. letters.Select(Category)]
            : throw input.Refuse(name, "must name A, O, M, I, R and Q once each, as M>O>A>I>R>Q");
    }

    private static KanoCategory Category(string letter) => (KanoCategory)Letters.IndexOf(letter, StringComparison.Ordinal);

    private static string Letter(KanoCategory category) => Letters[(int)category].ToString();

    [GeneratedRegex(@"([0-9]+(?:\.[0-9]+)?)\s*\*\s*sqrt", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Factor();
}
