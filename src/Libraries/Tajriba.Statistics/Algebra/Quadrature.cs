namespace Tajriba.Statistics;

/// <summary>Numerical integration.</summary>
internal static class Quadrature
{
    private static readonly (double[] Nodes, double[] Weights) Low = GaussLegendre(7);
    private static readonly (double[] Nodes, double[] Weights) High = GaussLegendre(15);

    /// <summary>Nodes and weights of Gauss-Legendre quadrature on −1 to 1, by Newton's method on the polynomial (DLMF 3.5(v)).</summary>
    public static (double[] Nodes, double[] Weights) GaussLegendre(int count)
    {
        var nodes = new double[count];
        var weights = new double[count];
        for (var i = 0; i < count; i++)
        {
            var x = Math.Cos(Math.PI * (i + 0.75) / (count + 0.5));
            var slope = 0.0;
            for (var step = 0; step < 100; step++)
            {
                double current = 1, before = 0;
                for (var k = 1; k <= count; k++)
                {
                    (current, before) = (((((2 * k) - 1) * x * current) - ((k - 1) * before)) / k, current);
                }

                slope = count * ((x * current) - before) / ((x * x) - 1);
                var move = current / slope;
                x -= move;
                if (Math.Abs(move) < 1e-15)
                {
                    break;
                }
            }

            nodes[i] = x;
            weights[i] = 2 / ((1 - (x * x)) * slope * slope);
        }

        return (nodes, weights);
    }

    /// <summary>Integral by halving until a 7-point and a 15-point rule agree within the tolerance.</summary>
    public static double Adaptive(Func<double, double> function, double from, double to, double tolerance, int depth = 30)
    {
        var high = Apply(High, function, from, to);
        if (depth == 0 || Math.Abs(high - Apply(Low, function, from, to)) <= tolerance)
        {
            return high;
        }

        var middle = (from + to) / 2;
        return Adaptive(function, from, middle, tolerance / 2, depth - 1) + Adaptive(function, middle, to, tolerance / 2, depth - 1);
    }

    private static double Apply((double[] Nodes, double[] Weights) rule, Func<double, double> function, double from, double to)
    {
        var half = (to - from) / 2;
        var middle = (to + from) / 2;
        var sum = 0.0;
        for (var i = 0; i < rule.Nodes.Length; i++)
        {
            sum += rule.Weights[i] * function(middle + (half * rule.Nodes[i]));
        }

        return sum * half;
    }
}
