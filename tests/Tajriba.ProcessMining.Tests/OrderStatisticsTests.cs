using FsCheck;
using FsCheck.Fluent;

namespace Tajriba.ProcessMining.Tests;

public class OrderStatisticsTests
{
    [Fact]
    public void Selecting_equals_sorting() => Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new Random(seed);
        long[] values = new long[random.Next(1, 400)];
        long limit = random.Next(3) == 0 ? long.MaxValue / 4 : random.Next(1, 50);
        foreach (ref long value in values.AsSpan())
        {
            value = random.NextInt64(-limit, limit);
        }

        long[] sorted = [.. values.Order()];
        int k = random.Next(values.Length);
        Assert.Equal(sorted[k], OrderStatistics.Select(values, k));
        Assert.All(values[..k], v => Assert.True(v <= values[k]));
        Assert.All(values[k..], v => Assert.True(v >= values[k]));
        long middle = sorted[values.Length / 2];
        long before = sorted[(values.Length - 1) / 2];
        Assert.Equal(limit < 50 ? (before + middle) / 2.0 : before + ((middle - before) / 2.0), OrderStatistics.Median(values));
        Assert.Equal(sorted[0], OrderStatistics.Interpolated(values, 0));
        Assert.Equal(sorted[^1], OrderStatistics.Interpolated(values, 1));
        return true;
    }));

    [Fact]
    public void Nothing_has_no_order_statistics()
    {
        Assert.Throws<ArgumentException>(() => OrderStatistics.Median([]));
        Assert.Throws<ArgumentException>(() => OrderStatistics.Interpolated([], 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => OrderStatistics.Select([1, 2], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => OrderStatistics.Interpolated([1, 2], 1.5));
    }
}
