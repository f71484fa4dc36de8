using Tajriba.Statistics;

namespace Tajriba.Host.CommandLine.Stats;

/// <summary>How often customers will come back, and what that is worth; a year in weeks as the source counts it.</summary>
internal static class LifetimeMethods
{
    private const double HalfYear = 39;
    private const string ValueRule = "sum over k=1..12 of E[value]*(E[purchases to 4.345k weeks]-E[to 4.345(k-1)])/(1.01)^k";

    /// <summary>Times of new customers and ids of customers that are shown where the input does not say which.</summary>
    private static readonly double[] Times = [0.1429, 1, 3, 31.8571, 32, 78];
    private static readonly double[] Shown = [1, 2, 3, 6, 9, 10, 27, 101, 501, 1001, 2001, 2357];

    public static StatsMethod[] All => [new("bgnbd", Purchases), new("gamma-gamma", Values)];

    private static Answer Purchases(MethodInput input)
    {
        Customers customers = Read(input, "x", "t_x", "T");
        BgNbd model = input.Fit("file", () => BgNbd.Fit(customers.Histories));
        GammaGamma? values = customers.HaveValues && GammaGamma.Buying(customers.Histories) >= 2 ? GammaGamma.Fit(customers.Histories) : null;
        double[] times = input.Has("times") ? input.Numbers("times", 1, 0) : Times;
        return new Answer
        {
            { "params", new Answer { { "r", model.R }, { "alpha", model.Alpha }, { "a", model.A }, { "b", model.B } } },
            { "log_likelihood", model.LogLikelihood(customers.Histories) },
            { "expected_purchases_new_customer", Answer.ByName(times.Select(MethodInput.Shown), times.Select(model.ExpectedPurchases)) },
            { "customers", Picked(input, customers).Select(i => Describe(customers.Ids[i], customers.Histories[i], model, values)).ToArray() },
            { "sum_expected_39w", customers.Histories.Sum(customer => model.ExpectedPurchases(customer, HalfYear)) },
        };
    }

    private static Answer Values(MethodInput input)
    {
        if (input.TextOrNull("filter") is { } filter && filter.Replace(" ", "", StringComparison.Ordinal) != "x>0")
        {
            throw input.Refuse("filter", "must be 'x>0': only customers who came back have a mean value");
        }

        Customers customers = Read(input, "x", "zbar");
        GammaGamma model = input.Fit("file", () => GammaGamma.Fit(customers.Histories));
        var answer = new Answer
        {
            { "n", GammaGamma.Buying(customers.Histories) },
            { "params", new Answer { { "p", model.P }, { "q", model.Q }, { "gamma", model.Gamma } } },
            { "log_likelihood", model.LogLikelihood(customers.Histories) },
            { "population_mean", model.Q > 1 ? (double?)model.PopulationMean : null },
        };
        if (customers.HaveTimes && model.Q > 1)
        {
            BgNbd purchases = input.Fit("file", () => BgNbd.Fit(customers.Histories));
            double[] worth = [.. customers.Histories.Select(customer => LifetimeValue.Of(purchases, model, customer))];
            answer.Add("clv_12m", new Answer
            {
                { "rule", ValueRule },
                { "first_5", worth.Take(5) },
                { $"total_{MethodInput.Shown(worth.Length)}", worth.Sum() },
            });
        }

        return answer;
    }

    private static Answer Describe(double id, PurchaseHistory customer, BgNbd model, GammaGamma? values) => new()
    {
        { "id", id },
        { "x", customer.Repeats },
        { "t_x", customer.Recency },
        { "T", customer.Age },
        { "zbar", values is null ? null : (double?)customer.MeanValue },
        { "p_alive", model.ProbabilityAlive(customer) },
        { "expected_purchases_39w", model.ExpectedPurchases(customer, HalfYear) },
        { "expected_value", values is not null && (values.P * customer.Repeats) + values.Q > 1 ? (double?)values.ExpectedValue(customer) : null },
    };

    /// <summary>The customers to show: those the input names, else the usual ones where the file has them, else the first.</summary>
    private static IEnumerable<int> Picked(MethodInput input, Customers customers)
    {
        if (input.Has("customers"))
        {
            return input.Numbers("customers").Select(id => Array.IndexOf(customers.Ids, id) is var at and >= 0
                ? at
                : throw input.Refuse("customers", $"there is no customer {MethodInput.Shown(id)} in the file"));
        }

        int[] usual = [.. Shown.Select(id => Array.IndexOf(customers.Ids, id)).Where(at => at >= 0)];
        return usual.Length > 0 ? usual : Enumerable.Range(0, Math.Min(Shown.Length, customers.Ids.Length));
    }

    /// <param name="input">Names the file and, in the order of the roles, the columns that play them.</param>
    /// <param name="roles">What the member <c>columns</c> names; columns of other roles go by the roles' names.</param>
    private static Customers Read(MethodInput input, params string[] roles)
    {
        string[] named = input.Has("columns") ? input.Texts("columns", roles.Length) : roles;
        DataColumns data = NumberFile.CompleteColumns(input, "file");
        double[]? Column(string role)
        {
            int place = Array.IndexOf(roles, role);
            int at = Array.IndexOf(data.Names, place < 0 ? role : named[place]);
            return at < 0 && place >= 0
                ? throw input.Refuse(input.Has("columns") ? "columns" : "file", $"the file has no column of numbers '{named[place]}'")
                : at < 0 ? null : data.Values[at];
        }

        (double[] repeats, double[]? recency, double[]? age, double[]? values) = (Column("x")!, Column("t_x"), Column("T"), Column("zbar"));
        bool haveTimes = recency is not null && age is not null;

        // Where a file says nothing of times, any will do that a repeat purchase is possible in.
        PurchaseHistory[] histories =
        [
            .. repeats.Select((x, i) => new PurchaseHistory(x, haveTimes ? recency![i] : Math.Min(x, 1), haveTimes ? age![i] : 1, values?[i] ?? 0)),
        ];
        double[] ids = Column("ID") ?? Column("id") ?? [.. repeats.Select((_, i) => i + 1.0)];
        return new Customers(ids, histories, haveTimes, values is not null);
    }

    private sealed record Customers(double[] Ids, PurchaseHistory[] Histories, bool HaveTimes, bool HaveValues);
}
