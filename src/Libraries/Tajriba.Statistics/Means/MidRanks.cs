namespace Tajriba.Statistics;

/// <summary>Ranks in which equal values share the mean of their places.</summary>
internal static class MidRanks
{
    /// <summary>Sums the ranks of the marked values; sorts both arrays.</summary>
    /// <param name="values">Finite; not negative where a tolerance is given.</param>
    /// <param name="marks">Which of them count, as many.</param>
    /// <param name="tolerance">Values apart by less than this share are equal.</param>
    /// <returns>The sum, and over all groups of equal values their size cubed less their size (for the variance of the sum).</returns>
    public static (double Sum, double Ties) SumOf(double[] values, bool[] marks, double tolerance)
    {
        Array.Sort(values, marks);
        double sum = 0, ties = 0;
        for (var start = 0; start < values.Length;)
        {
            var end = start;
            var marked = 0;
            while (end < values.Length && values[end] <= values[start] * (1 + tolerance))
            {
                marked += marks[end] ? 1 : 0;
                end++;
            }

            double size = end - start;
            sum += marked * (start + 1 + end) / 2.0;
            ties += (size * size * size) - size;
            start = end;
        }

        return (sum, ties);
    }
}
