namespace Tajriba.Statistics.Tests;

public sealed class LifetimeTests
{
    // Fader, Hardie and Lee (2005), table 2 with the digits of the authors' spreadsheet, and what that expects.
    private static readonly BgNbd Cdnow = new(0.242593, 4.413532, 0.792886, 2.425754);

    [Theory]
    [InlineData(1, 0.0532)]
    [InlineData(3, 0.1506)]
    [InlineData(32, 1.0437)]
    [InlineData(78, 1.8576)]
    public void New_customers_come_back_as_published(double weeks, double purchases)
        => Assert.Equal(purchases, Cdnow.ExpectedPurchases(weeks), 1e-3);

    [Fact]
    public void A_known_customer_comes_back_as_published()
    {
        var customer = new PurchaseHistory(2, 30.43, 38.86);
        Assert.Equal(1.226, Cdnow.ExpectedPurchases(customer, 39), 1e-3);
        Assert.InRange(Cdnow.ProbabilityAlive(customer), 0.7, 0.75);
        Assert.Equal(1, Cdnow.ProbabilityAlive(new PurchaseHistory(0, 0, 38.86)));
    }

    [Fact]
    public void The_pole_at_one_is_no_pole()
    {
        var customer = new PurchaseHistory(2, 30.43, 38.86);
        var near = (Cdnow with { A = 1.0001 }).ExpectedPurchases(customer, 39);
        Assert.Equal(near, (Cdnow with { A = 1 }).ExpectedPurchases(customer, 39), 1e-3);
        Assert.Equal((Cdnow with { A = 1.0001 }).ExpectedPurchases(39), (Cdnow with { A = 1 }).ExpectedPurchases(39), 1e-3);
    }

    [Fact]
    public void Fitting_finds_the_customers_it_was_drawn_from()
    {
        PurchaseHistory[] customers = [.. Drawn(4_000, 3)];
        var fit = BgNbd.Fit(customers);
        Assert.True(fit.LogLikelihood(customers) >= new BgNbd(1, 4, 2, 5).LogLikelihood(customers));
        Assert.InRange(fit.R, 0.8, 1.25);
        Assert.InRange(fit.Alpha, 3, 5.2);
        Assert.InRange(fit.A / (fit.A + fit.B), 0.23, 0.34);
    }

    [Fact]
    public void Expected_value_lies_between_what_was_seen_and_the_mean_of_all()
    {
        var model = new GammaGamma(6.25, 3.74, 15.44);
        Assert.Equal(35.17, model.PopulationMean, 0.1);
        Assert.Equal(model.PopulationMean, model.ExpectedValue(new PurchaseHistory(0, 0, 38.86)), 1e-9);
        Assert.Equal(24.65, model.ExpectedValue(new PurchaseHistory(2, 30.43, 38.86, 22.35)), 0.02);
        Assert.Equal(71.46, model.ExpectedValue(new PurchaseHistory(7, 29.43, 38.86, 73.74)), 0.02);
    }

    [Fact]
    public void Nothing_discounted_is_worth_all_purchases()
    {
        var model = new GammaGamma(6.25, 3.74, 15.44);
        var customer = new PurchaseHistory(2, 30.43, 38.86, 22.35);
        var all = Cdnow.ExpectedPurchases(customer, 39) * model.ExpectedValue(customer);
        Assert.Equal(all, LifetimeValue.Of(Cdnow, model, customer, 3, 13, 0), 1e-9);
        Assert.True(LifetimeValue.Of(Cdnow, model, customer, 3, 13) < all);
    }

    [Fact]
    public void Impossible_histories_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Cdnow.ProbabilityAlive(new PurchaseHistory(1, 5, 4)));
        Assert.Throws<ArgumentException>(() => Cdnow.ProbabilityAlive(new PurchaseHistory(1, 0, 4)));
        Assert.Throws<ArgumentException>(() => BgNbd.Fit([new PurchaseHistory(0, 0, 4), new PurchaseHistory(0, 0, 4)]));
        Assert.Throws<ArgumentException>(() => GammaGamma.Fit([new PurchaseHistory(1, 1, 4, 10)]));
    }

    /// <summary>Customers of the model itself: rates Gamma(1, 4), leaving with Beta(2, 5), watched for 40 weeks.</summary>
    private static IEnumerable<PurchaseHistory> Drawn(int count, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var rate = -Math.Log(1 - random.NextDouble()) / 4;
            var leaving = BetaDistribution.Quantile(Math.Max(1e-9, random.NextDouble()), 2, 5);
            double at = 0, last = 0;
            var repeats = 0;
            while (true)
            {
                at += -Math.Log(1 - random.NextDouble()) / rate;
                if (at > 40)
                {
                    break;
                }

                repeats++;
                last = at;
                if (random.NextDouble() < leaving)
                {
                    break;
                }
            }

            yield return new PurchaseHistory(repeats, last, 40);
        }
    }
}
