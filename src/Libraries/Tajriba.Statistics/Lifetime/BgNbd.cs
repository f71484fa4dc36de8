namespace Tajriba.Statistics;

/// <summary>
/// BG/NBD model of repeat purchases (Fader, Hardie and Lee, Counting Your Customers the Easy Way, Marketing Science 2005,
/// 24:275): customers buy at gamma distributed rates and, after each purchase, leave for good with beta distributed
/// probabilities.
/// </summary>
/// <param name="R">Shape of the rates, positive.</param>
/// <param name="Alpha">Rate of the rates, positive, in units of time.</param>
/// <param name="A">First shape of the probability to leave, positive.</param>
/// <param name="B">Second shape of the probability to leave, positive.</param>
public sealed record BgNbd(double R, double Alpha, double A, double B)
{
    /// <summary>Log-likelihood of these customers (equation 7 of the source).</summary>
    /// <param name="customers">At least one.</param>
    /// <exception cref="ArgumentException">There are no customers, or one is not possible.</exception>
    public double LogLikelihood(IReadOnlyList<PurchaseHistory> customers)
    {
        Check(customers, 1);
        return Likelihood(customers);
    }

    /// <summary>The parameters under which the customers are most likely.</summary>
    /// <param name="customers">At least two, one of them with a repeat purchase.</param>
    /// <exception cref="ArgumentException">There are too few customers, none came back, or one is not possible.</exception>
    public static BgNbd Fit(IReadOnlyList<PurchaseHistory> customers)
    {
        Check(customers, 2);
        if (!customers.Any(customer => customer.Repeats > 0))
        {
            throw new ArgumentException("Needs at least one repeat purchase.", nameof(customers));
        }

        var scale = customers.Average(customer => customer.Age);
        var (best, _) = NelderMead.Minimize(
            point => point.Any(value => Math.Abs(value) > 20) ? double.MaxValue : -Of(point, scale).Likelihood(customers),
            [Math.Log(0.5), Math.Log(0.2), 0, Math.Log(2)],
            0.5);
        return Of(best, scale);
    }

    /// <summary>Expected repeat purchases of a new customer up to a time.</summary>
    /// <param name="time">Not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or not finite.</exception>
    public double ExpectedPurchases(double time)
    {
        Guard.NotNegative(time);
        return OffPole(A, a => (a + B - 1) / (a - 1) * (1 - (Math.Pow(Alpha / (Alpha + time), R) * Hypergeometric.TwoOne(R, B, a + B - 1, time / (Alpha + time)))));
    }

    /// <summary>Probability that the customer has not left.</summary>
    /// <param name="customer">The history.</param>
    /// <returns>0 to 1; 1 for a customer who never came back, since one leaves only after a repeat purchase.</returns>
    /// <exception cref="ArgumentException">The history is not possible.</exception>
    public double ProbabilityAlive(PurchaseHistory customer)
    {
        customer.Check(nameof(customer));
        return 1 / (1 + OddsGone(customer));
    }

    /// <summary>Expected purchases of the customer within a time from now (equation 10 of the source).</summary>
    /// <param name="customer">The history.</param>
    /// <param name="time">Not negative.</param>
    /// <exception cref="ArgumentException">The history is not possible.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or not finite.</exception>
    public double ExpectedPurchases(PurchaseHistory customer, double time)
    {
        customer.Check(nameof(customer));
        Guard.NotNegative(time);
        var x = customer.Repeats;
        var end = Alpha + customer.Age + time;
        return OffPole(A, a =>
        {
            var still = Math.Pow((Alpha + customer.Age) / end, R + x) * Hypergeometric.TwoOne(R + x, B + x, a + B + x - 1, time / end);
            return (a + B + x - 1) / (a - 1) * (1 - still);
        }) / (1 + OddsGone(customer));
    }

    private static BgNbd Of(double[] logs, double scale) => new(Math.Exp(logs[0]), Math.Exp(logs[1]) * scale, Math.Exp(logs[2]), Math.Exp(logs[3]));

    /// <summary>The formulas divide by a − 1; at the pole itself their limit is the mean of both sides.</summary>
    private static double OffPole(double a, Func<double, double> function)
        => Math.Abs(a - 1) > 1e-6 ? function(a) : (function(1 - 1e-5) + function(1 + 1e-5)) / 2;

    private double OddsGone(PurchaseHistory customer)
        => customer.Repeats > 0
            ? A / (B + customer.Repeats - 1) * Math.Pow((Alpha + customer.Age) / (Alpha + customer.Recency), R + customer.Repeats)
            : 0;

    private double Likelihood(IReadOnlyList<PurchaseHistory> customers)
    {
        var constants = new Dictionary<double, double>();
        var sum = 0.0;
        foreach (var (x, recency, age, _) in customers)
        {
            if (!constants.TryGetValue(x, out var constant))
            {
                constant = Constant(x);
                constants[x] = constant;
            }

            var alive = -(R + x) * Math.Log(Alpha + age);
            var gone = x > 0 ? Math.Log(A / (B + x - 1)) - ((R + x) * Math.Log(Alpha + recency)) : double.NegativeInfinity;
            var larger = Math.Max(alive, gone);
            sum += constant + larger + Math.Log(Math.Exp(alive - larger) + Math.Exp(gone - larger));
        }

        return sum;
    }

    private double Constant(double x)
        => SpecialFunctions.LogGamma(R + x) - SpecialFunctions.LogGamma(R) + (R * Math.Log(Alpha))
            + SpecialFunctions.LogGamma(A + B) + SpecialFunctions.LogGamma(B + x) - SpecialFunctions.LogGamma(B) - SpecialFunctions.LogGamma(A + B + x);

    private static void Check(IReadOnlyList<PurchaseHistory> customers, int atLeast)
    {
        ArgumentNullException.ThrowIfNull(customers);
        if (customers.Count < atLeast)
        {
            throw new ArgumentException($"Needs at least {atLeast} customers.", nameof(customers));
        }

        foreach (var customer in customers)
        {
            customer.Check(nameof(customers));
        }
    }
}
