namespace Tajriba.Statistics;

internal static class Roots
{
    /// <summary>Where a rising function crosses <paramref name="target"/>, to the last bit that halving can tell.</summary>
    public static double Rising(Func<double, double> function, double target, double lower, double upper)
    {
        for (var i = 0; i < 2_000; i++)
        {
            var middle = lower + ((upper - lower) / 2);
            if (middle <= lower || middle >= upper || upper - lower < 1e-15 * Math.Abs(middle))
            {
                break;
            }

            if (function(middle) < target)
            {
                lower = middle;
            }
            else
            {
                upper = middle;
            }
        }

        return lower + ((upper - lower) / 2);
    }
}
