namespace Tajriba.Statistics;

/// <summary>Discounted value of what a customer is expected to buy.</summary>
public static class LifetimeValue
{
    /// <summary>Σ over periods k of E[value] (E[purchases to k] − E[purchases to k − 1])/(1 + discount)^k.</summary>
    /// <param name="purchases">Model of purchases.</param>
    /// <param name="values">Model of values.</param>
    /// <param name="customer">The history.</param>
    /// <param name="periods">At least 1.</param>
    /// <param name="length">Length of a period in the unit of the histories, positive: 4.345 for months where it is weeks.</param>
    /// <param name="discount">Discount of a period, above −1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Of(BgNbd purchases, GammaGamma values, PurchaseHistory customer, int periods = 12, double length = 4.345, double discount = 0.01)
    {
        ArgumentNullException.ThrowIfNull(purchases);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfLessThan(periods, 1);
        Guard.Positive(length);
        Guard.Positive(1 + discount, nameof(discount));
        double before = 0, sum = 0;
        for (var k = 1; k <= periods; k++)
        {
            var now = purchases.ExpectedPurchases(customer, k * length);
            sum += (now - before) / Math.Pow(1 + discount, k);
            before = now;
        }

        return sum * values.ExpectedValue(customer);
    }
}
