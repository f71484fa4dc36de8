namespace Tajriba.TextAnalysis;

/// <summary>
/// Binary logistic regression with L2 penalty, by coordinate descent on the dual problem
/// (Yu, Huang and Lin 2011, Machine Learning 85, algorithm 5): one thread, order fixed by the seed.
/// </summary>
internal static class LogisticTrainer
{
    private const int InnerSteps = 20;
    private const double Accuracy = 1e-10;

    /// <summary>Learns weights; the last one is the constant term's.</summary>
    /// <param name="rows">The examples.</param>
    /// <param name="chosen">Which rows to learn from.</param>
    /// <param name="positive">For each chosen row whether it is of the class.</param>
    /// <param name="cost">For each chosen row its cost of error; larger means less penalty.</param>
    /// <param name="width">The number of features.</param>
    /// <param name="rounds">How often all rows are gone through.</param>
    public static float[] Learn(SparseRows rows, int[] chosen, bool[] positive, double[] cost, int width, int rounds)
    {
        var weights = new float[width + 1];
        var order = new int[chosen.Length];
        var square = new double[chosen.Length];
        var alpha = new double[chosen.Length];
        for (int i = 0; i < chosen.Length; i++)
        {
            order[i] = i;
            alpha[i] = Math.Min(0.001 * cost[i], 1e-8);
            square[i] = 1;
            foreach (float v in rows.Values(chosen[i]))
            {
                square[i] += (double)v * v;
            }

            Shift(weights, rows, chosen[i], (positive[i] ? 1 : -1) * alpha[i]);
        }

        var random = new Random(7);
        for (int round = 0; round < rounds; round++)
        {
            random.Shuffle(order);
            foreach (int i in order)
            {
                if (cost[i] <= 0)
                {
                    continue;
                }

                int sign = positive[i] ? 1 : -1;
                double old = alpha[i];
                double changed = Solve(sign * Score(weights, rows, chosen[i]), square[i], old, cost[i]);
                if (Math.Abs(changed - old) > Accuracy)
                {
                    alpha[i] = changed;
                    Shift(weights, rows, chosen[i], sign * (changed - old));
                }
            }
        }

        return weights;
    }

    public static double Score(float[] weights, SparseRows rows, int row)
    {
        ReadOnlySpan<int> index = rows.Indexes(row);
        ReadOnlySpan<float> value = rows.Values(row);
        float sum = weights[^1];
        for (int i = 0; i < index.Length; i++)
        {
            sum += weights[index[i]] * value[i];
        }

        return sum;
    }

    private static void Shift(float[] weights, SparseRows rows, int row, double by)
    {
        ReadOnlySpan<int> index = rows.Indexes(row);
        ReadOnlySpan<float> value = rows.Values(row);
        float step = (float)by;
        for (int i = 0; i < index.Length; i++)
        {
            weights[index[i]] += step * value[i];
        }

        weights[^1] += step;
    }

    /// <summary>The one-variable problem: a (z - old)^2 / 2 + b (z - old) + z log z + (c - z) log(c - z), by guarded Newton steps.</summary>
    private static double Solve(double margin, double a, double old, double c)
    {
        double low = c * 1e-12;
        double high = c - low;
        double z = Math.Clamp(old, low, high);
        double from = low;
        double to = high;
        for (int step = 0; step < InnerSteps; step++)
        {
            double slope = margin + (a * (z - old)) + Math.Log(z / (c - z));
            if (Math.Abs(slope) < 1e-6)
            {
                break;
            }

            if (slope > 0)
            {
                to = z;
            }
            else
            {
                from = z;
            }

            double next = z - (slope / (a + (c / (z * (c - z)))));
            z = next > from && next < to ? next : (from + to) / 2;
        }

        return z;
    }
}
