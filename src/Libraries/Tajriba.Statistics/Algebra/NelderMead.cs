namespace Tajriba.Statistics;

/// <summary>Minimum of a function without derivatives (Nelder and Mead 1965), started anew from its own answer until it stays.</summary>
internal static class NelderMead
{
    private const int MostSteps = 5_000;
    private const int MostStarts = 20;

    public static (double[] Point, double Value) Minimize(Func<double[], double> function, double[] start, double step)
    {
        var best = Descend(function, start, step);
        for (var i = 1; i < MostStarts; i++)
        {
            var next = Descend(function, best.Point, step / 4);
            var gained = best.Value - next.Value;
            best = gained >= 0 ? next : best;
            if (gained <= 1e-10 * (1 + Math.Abs(best.Value)))
            {
                break;
            }
        }

        return best;
    }

    private static (double[] Point, double Value) Descend(Func<double[], double> function, double[] start, double step)
    {
        var n = start.Length;
        var simplex = new (double[] Point, double Value)[n + 1];
        for (var i = 0; i <= n; i++)
        {
            var point = (double[])start.Clone();
            if (i > 0)
            {
                point[i - 1] += step;
            }

            simplex[i] = (point, function(point));
        }

        for (var k = 0; k < MostSteps; k++)
        {
            Array.Sort(simplex, (x, y) => x.Value.CompareTo(y.Value));
            if (Small(simplex))
            {
                break;
            }

            Move(function, simplex);
        }

        Array.Sort(simplex, (x, y) => x.Value.CompareTo(y.Value));
        return simplex[0];
    }

    private static void Move(Func<double[], double> function, (double[] Point, double Value)[] simplex)
    {
        var n = simplex.Length - 1;
        var worst = simplex[n];
        var centre = new double[n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                centre[j] += simplex[i].Point[j] / n;
            }
        }

        var reflected = Along(function, centre, worst.Point, -1);
        if (reflected.Value < simplex[0].Value)
        {
            var expanded = Along(function, centre, worst.Point, -2);
            simplex[n] = expanded.Value < reflected.Value ? expanded : reflected;
            return;
        }

        if (reflected.Value < simplex[n - 1].Value)
        {
            simplex[n] = reflected;
            return;
        }

        var contracted = Along(function, centre, worst.Point, reflected.Value < worst.Value ? -0.5 : 0.5);
        if (contracted.Value < Math.Min(reflected.Value, worst.Value))
        {
            simplex[n] = contracted;
            return;
        }

        for (var i = 1; i <= n; i++)
        {
            simplex[i] = Along(function, simplex[0].Point, simplex[i].Point, 0.5);
        }
    }

    private static (double[] Point, double Value) Along(Func<double[], double> function, double[] centre, double[] point, double factor)
    {
        var moved = new double[centre.Length];
        for (var j = 0; j < moved.Length; j++)
        {
            moved[j] = centre[j] + (factor * (point[j] - centre[j]));
        }

        return (moved, function(moved));
    }

    private static bool Small((double[] Point, double Value)[] simplex)
    {
        var spread = 0.0;
        foreach (var (point, _) in simplex)
        {
            for (var j = 0; j < point.Length; j++)
            {
                spread = Math.Max(spread, Math.Abs(point[j] - simplex[0].Point[j]));
            }
        }

        return spread < 1e-8;
    }
}
