using System.Text.Json;
using Tajriba.Statistics;

namespace Tajriba.Host.CommandLine.Stats;

/// <summary>What drives an outcome: linear and logistic regression.</summary>
internal static class DriverMethods
{
    private const string Intercept = "(Intercept)";
    private const int MostReplicates = 10_000;
    private const int UsualSeed = 1;

    public static StatsMethod[] All => [new("key-drivers", Drivers), new("logistic", Logistic), new("logistic-counts", LogisticCounts)];

    private static Answer Drivers(MethodInput input)
    {
        string target = input.Text("target");
        string member = input.Has("file") ? "file" : "data";
        bool fromFile = member == "file" || input.KindOf("data") == JsonValueKind.String;
        NumberTable table = fromFile ? FromFile(input, member, target) : FromData(input);
        DataColumns data = Picked(input, table).Complete();
        int at = Array.IndexOf(data.Names, target);
        if (at < 0)
        {
            throw input.Refuse("target", $"must name a column of {member}, not '{target}'");
        }

        int needed = data.Names.Length + 1;
        if (data.Values[at].Length < needed)
        {
            throw input.Refuse(member, $"must have at least {needed} complete rows for {data.Names.Length - 1} predictors, not {data.Values[at].Length}");
        }

        string[] names = [.. data.Names.Where((_, i) => i != at)];
        double[][] predictors = [.. data.Values.Where((_, i) => i != at)];
        KeyDrivers result = input.Fit(member, () => KeyDrivers.Of(data.Values[at], predictors));
        Answer Each(Func<KeyDriver, double> value) => Answer.ByName(names, result.Drivers.Select(value));
        Answer Terms(Func<RegressionCoefficient, double> value) => Answer.ByName(names.Prepend(Intercept), result.Coefficients.Select(value));
        var answer = new Answer
        {
            { "r2", result.RSquared },
            { "standardised_beta", Each(driver => driver.Beta) },
            { "correlation", Each(driver => driver.Correlation) },
            { "lmg_shapley", Each(driver => driver.Shapley) },
            { "johnson_relative_weights", Each(driver => driver.RelativeWeight) },
            { "johnson_percent", Each(driver => driver.RelativeWeight / result.RSquared * 100) },
            { "pratt", Each(driver => driver.Pratt) },
            { "first", Each(driver => driver.First) },
            { "last", Each(driver => driver.Last) },
            {
                "ols",
                new Answer
                {
                    { "coef", Terms(term => term.Value) },
                    { "se", Terms(term => term.StandardError) },
                    { "p", Terms(term => term.P) },
                    { "adj_r2", result.AdjustedRSquared },
                    { "f", new[] { result.F, names.Length, result.ResidualDegrees } },
                }
            },
            { "vif", Each(driver => driver.Inflation) },
        };
        if (input.Has("replicates"))
        {
            answer.Add("intervals", Intervals(input, member, names, data.Values[at], predictors));
        }

        return answer;
    }

    private static Answer Intervals(MethodInput input, string member, string[] names, double[] outcome, double[][] predictors)
    {
        int replicates = (int)input.Whole("replicates", 100, MostReplicates);
        var random = new Random(input.Has("seed") ? (int)input.Whole("seed", 0, int.MaxValue) : UsualSeed);
        DriverIntervals found = input.Fit(member, () => DriverIntervals.Of(outcome, predictors, random, replicates));
        Answer Each(Func<DriverInterval, Estimate> value)
            => Answer.ByName(names, found.Drivers.Select(driver => new[] { value(driver).Lower, value(driver).Upper }));
        return new Answer
        {
            { "lmg_shapley", Each(driver => driver.Shapley) },
            { "johnson_relative_weights", Each(driver => driver.RelativeWeight) },
            { "lmg_share", Each(driver => driver.ShapleyShare) },
            { "johnson_share", Each(driver => driver.RelativeShare) },
            { "noise_share", found.NoiseShare },
            { "replicates", found.Replicates },
        };
    }

    private static NumberTable FromData(MethodInput input)
    {
        MethodInput data = input.Object("data");
        string[] names = [.. data.Names];
        if (names.Length < 2)
        {
            throw input.Refuse("data", "must have at least 2 columns");
        }

        double?[][] columns = [.. names.Select(data.NumbersWithGaps)];
        int odd = Array.FindIndex(columns, column => column.Length != columns[0].Length);
        return odd < 0
            ? new NumberTable(names, columns)
            : throw data.Refuse(names[odd], $"must have as many values as the first column ({columns[0].Length}), not {columns[odd].Length}");
    }

    /// <summary>The columns that <c>columns</c> or a list in <c>data</c> names, else all columns of numbers.</summary>
    private static NumberTable FromFile(MethodInput input, string member, string target)
    {
        string[]? wanted = input.KindOf("columns") == JsonValueKind.Array ? input.Texts("columns")
            : input.KindOf("data") == JsonValueKind.Array ? input.Texts("data")
            : null;
        return NumberFile.Columns(input, member, wanted is null || wanted.Contains(target, StringComparer.Ordinal) ? wanted : [target, .. wanted]);
    }

    /// <summary>All rows, the first so many, or those whose indices (from 0) are listed.</summary>
    private static NumberTable Picked(MethodInput input, NumberTable table) => input.KindOf("rows") switch
    {
        JsonValueKind.Number => table.Take([.. Enumerable.Range(0, (int)input.Whole("rows", 2, table.Rows))]),
        JsonValueKind.Array => table.Take([.. input.Wholes("rows", 2, 0, table.Rows - 1).Select(i => (int)i)]),
        _ => table,
    };

    private static Answer Logistic(MethodInput input)
    {
        DataColumns data = input.Columns("data", 2, 1);
        double[] outcome = data.Values[0];
        RequireBinary(input, $"data.{data.Names[0]}", outcome);
        LogisticRegression fit = input.Fit("data", () => LogisticRegression.Fit(outcome, data.Values[1..]));
        string[] terms = [Intercept, .. data.Names[1..]];
        return new Answer
        {
            { "coef", Answer.ByName(terms, fit.Coefficients.Select(term => term.Value)) },
            { "se", Answer.ByName(terms, fit.Coefficients.Select(term => term.StandardError)) },
            { "deviance", fit.Deviance },
            { "null", fit.NullDeviance },
            { "aic", fit.Aic },
            { "loglik", fit.LogLikelihood },
            { "fitted", fit.Fitted },
        };
    }

    private static Answer LogisticCounts(MethodInput input)
    {
        MethodInput counts = input.Object("counts");
        string[] names = [.. counts.Names];
        string frequency = Array.Find(names, name => name.Equals("freq", StringComparison.OrdinalIgnoreCase))
            ?? throw input.Refuse("counts", "must have a column Freq");
        double[] weights = [.. counts.Counts(frequency, 2).Select(count => (double)count)];
        string[] variables = [.. names.Where(name => name != frequency)];
        string outcomeName = input.TextOrNull("outcome") ?? Array.Find(variables, name => name == "case") ?? (variables.Length > 0 ? variables[^1] : "outcome");
        double[] outcome = Numbers(counts, outcomeName, weights.Length);
        RequireBinary(counts, outcomeName, outcome);
        string[] predictors = [.. variables.Where(name => name != outcomeName)];
        double[][] columns = [.. predictors.Select(name => Numbers(counts, name, weights.Length))];
        LogisticRegression fit = input.Fit("counts", () => LogisticRegression.Fit(outcome, columns, weights));
        string[] terms = [Intercept, .. predictors];
        return new Answer
        {
            { "coef", Answer.ByName(terms, fit.Coefficients.Select(term => term.Value)) },
            { "se", Answer.ByName(terms, fit.Coefficients.Select(term => term.StandardError)) },
            { "z", Answer.ByName(terms, fit.Coefficients.Select(term => term.Statistic)) },
            { "deviance", fit.Deviance },
            { "null_deviance", fit.NullDeviance },
            { "aic", fit.Aic },
            { "n", fit.Count },
        };
    }

    /// <summary>Numbers that may be written as texts, as tables of counts often are.</summary>
    private static double[] Numbers(MethodInput input, string name, int count)
    {
        JsonElement list = input.Value(name);
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() != count)
        {
            throw input.Refuse(name, $"must be a list of as many values as Freq ({count})");
        }

        return [.. list.EnumerateArray().Select((item, i) => item.ValueKind switch
        {
            JsonValueKind.Number => item.GetDouble(),
            JsonValueKind.String when double.TryParse(item.GetString(), System.Globalization.CultureInfo.InvariantCulture, out double value) => value,
            _ => throw input.Refuse($"{name}[{i}]", "must be a number"),
        })];
    }

    private static void RequireBinary(MethodInput input, string name, double[] outcome)
    {
        int odd = Array.FindIndex(outcome, value => value is not (0 or 1));
        if (odd >= 0)
        {
            throw input.Refuse($"{name}[{odd}]", "is the outcome and must be 0 or 1");
        }
    }
}
