using Tajriba.Statistics;

namespace Tajriba.Host.CommandLine.Stats;

/// <summary>The classic tests: Welch, chi-square, Wilcoxon.</summary>
internal static class ClassicMethods
{
    public static StatsMethod[] All => [new("classic-tests", Tests)];

    private static Answer Tests(MethodInput input)
    {
        var answer = new Answer();
        foreach ((string name, Func<MethodInput, Answer> test) in new (string, Func<MethodInput, Answer>)[] { ("welch", Welch), ("chisq", ChiSquare), ("wilcoxon", Wilcoxon) })
        {
            if (input.Has(name))
            {
                answer.Add(name, test(input));
            }
        }

        return answer.Any() ? answer : throw input.Refuse("welch", "is missing, as are chisq and wilcoxon: give at least one");
    }

    private static Answer Welch(MethodInput input)
    {
        MethodInput groups = input.Object("welch");
        SampleSummary first = SampleSummary.Of(groups.Numbers("g1", 2)), second = SampleSummary.Of(groups.Numbers("g2", 2));
        if (first.StandardDeviation == 0 && second.StandardDeviation == 0)
        {
            throw input.Refuse("welch", "must have a group whose values vary");
        }

        WelchTest test = WelchTest.Compare(first, second);
        return new Answer { { "t", test.T }, { "df", test.Degrees }, { "p", test.P }, { "ci", test.Difference } };
    }

    private static Answer ChiSquare(MethodInput input)
    {
        double[][] table = input.CountTable("chisq", 2, 2);
        if (table.Any(row => row.Sum() == 0) || table[0].Where((_, j) => table.Sum(row => row[j]) == 0).Any())
        {
            throw input.Refuse("chisq", "must not have a row or column of zeros alone");
        }

        ContingencyTable test = ContingencyTable.Test(table);
        return new Answer { { "x2", test.ChiSquare }, { "df", test.Degrees }, { "p", test.P }, { "cramers_v", test.CramersV } };
    }

    private static Answer Wilcoxon(MethodInput input)
    {
        MethodInput pairs = input.Object("wilcoxon");
        double[] x = pairs.Numbers("x", 2);
        double[] y = pairs.NumbersAsMany("y", x.Length, "x");
        if (x.SequenceEqual(y))
        {
            throw input.Refuse("wilcoxon", "must have a pair that differs");
        }

        string asked = pairs.TextOrNull("alternative") ?? "two-sided";
        WilcoxonSignedRank test = WilcoxonSignedRank.Compare(x, y, AlternativeOf(pairs, asked), ExactOf(asked));
        return new Answer { { "V", test.V }, { "p", test.P } };
    }

    /// <summary>"greater", "less" or "two-sided", with or without how to compute it: "greater, exact".</summary>
    private static Alternative AlternativeOf(MethodInput pairs, string asked)
    {
        bool greater = Says(asked, "greater"), less = Says(asked, "less"), both = Says(asked, "two");
        return (greater, less, both) switch
        {
            (true, false, false) => Alternative.Greater,
            (false, true, false) => Alternative.Less,
            (false, false, _) when both || ExactOf(asked) is not null => Alternative.TwoSided,
            _ => throw pairs.Refuse("alternative", "must say greater, less or two-sided"),
        };
    }

    private static bool? ExactOf(string asked) => Says(asked, "normal") || Says(asked, "asymptotic") || Says(asked, "approx")
        ? false
        : Says(asked, "exact") ? true : null;

    private static bool Says(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
