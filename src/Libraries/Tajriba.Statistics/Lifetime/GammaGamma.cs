namespace Tajriba.Statistics;

/// <summary>
/// Gamma-Gamma model of the value of purchases (Fader and Hardie, The Gamma-Gamma Model of Monetary Value, note 025, 2013):
/// values vary around each customer's mean, means vary between customers, independently of how often they buy.
/// </summary>
/// <param name="P">Shape of the values around a customer's mean, positive.</param>
/// <param name="Q">Shape of the spread between customers, positive; above 1 the population has a mean.</param>
/// <param name="Gamma">Scale of the spread between customers, positive, in units of value.</param>
public sealed record GammaGamma(double P, double Q, double Gamma)
{
    /// <summary>Mean value of a purchase over all customers, Pγ/(Q − 1).</summary>
    /// <exception cref="InvalidOperationException">Q is not above 1, so that there is no mean.</exception>
    public double PopulationMean => Q > 1 ? P * Gamma / (Q - 1) : throw new InvalidOperationException("There is no mean where Q is not above 1.");

    /// <summary>The parameters under which the mean values are most likely; customers without repeat purchases are left out.</summary>
    /// <param name="customers">At least two with repeat purchases and a positive mean value.</param>
    /// <exception cref="ArgumentException">Fewer than two customers came back, or a history is not possible.</exception>
    public static GammaGamma Fit(IReadOnlyList<PurchaseHistory> customers)
    {
        var buyers = Buyers(customers);
        var scale = buyers.Average(buyer => buyer.MeanValue);
        var (best, _) = NelderMead.Minimize(
            point => point.Any(value => Math.Abs(value) > 20) ? double.MaxValue : -Of(point, scale).Likelihood(buyers),
            [Math.Log(4), Math.Log(4), Math.Log(0.75)],
            0.5);
        return Of(best, scale);
    }

    /// <summary>Log-likelihood of the mean values of the customers who came back (equation 1a of the source).</summary>
    /// <param name="customers">At least two with repeat purchases and a positive mean value.</param>
    /// <exception cref="ArgumentException">Fewer than two customers came back, or a history is not possible.</exception>
    public double LogLikelihood(IReadOnlyList<PurchaseHistory> customers) => Likelihood(Buyers(customers));

    /// <summary>Expected value of the customer's purchases: between what was seen and the population's mean (equation 5 of the source).</summary>
    /// <param name="customer">The history; without repeat purchases the answer is the population's mean.</param>
    /// <exception cref="ArgumentException">The history is not possible.</exception>
    /// <exception cref="InvalidOperationException">PX + Q is not above 1, so that there is no mean.</exception>
    public double ExpectedValue(PurchaseHistory customer)
    {
        customer.Check(nameof(customer));
        var below = (P * customer.Repeats) + Q - 1;
        return below > 0
            ? P * (Gamma + (customer.MeanValue * customer.Repeats)) / below
            : throw new InvalidOperationException("There is no mean where Q is not above 1.");
    }

    /// <summary>How many customers the model is fitted to: those with repeat purchases and a positive mean value.</summary>
    /// <param name="customers">Any customers.</param>
    public static int Buying(IReadOnlyList<PurchaseHistory> customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        return customers.Count(IsBuyer);
    }

    private static bool IsBuyer(PurchaseHistory customer) => customer.Repeats > 0 && customer.MeanValue > 0;

    private static GammaGamma Of(double[] logs, double scale) => new(Math.Exp(logs[0]), Math.Exp(logs[1]), Math.Exp(logs[2]) * scale);

    private static List<PurchaseHistory> Buyers(IReadOnlyList<PurchaseHistory> customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        foreach (var customer in customers)
        {
            customer.Check(nameof(customers));
        }

        List<PurchaseHistory> buyers = [.. customers.Where(IsBuyer)];
        return buyers.Count < 2
            ? throw new ArgumentException("Needs at least two customers with repeat purchases of positive value.", nameof(customers))
            : buyers;
    }

    private double Likelihood(List<PurchaseHistory> buyers)
    {
        var constants = new Dictionary<double, double>();
        var sum = 0.0;
        foreach (var buyer in buyers)
        {
            var px = P * buyer.Repeats;
            if (!constants.TryGetValue(buyer.Repeats, out var constant))
            {
                constant = SpecialFunctions.LogGamma(px + Q) - SpecialFunctions.LogGamma(px) - SpecialFunctions.LogGamma(Q) + (Q * Math.Log(Gamma)) + (px * Math.Log(buyer.Repeats));
                constants[buyer.Repeats] = constant;
            }

            sum += constant + ((px - 1) * Math.Log(buyer.MeanValue)) - ((px + Q) * Math.Log(Gamma + (buyer.Repeats * buyer.MeanValue)));
        }

        return sum;
    }
}
