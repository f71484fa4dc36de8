using Tajriba.Leadership.Maturity.Results;

namespace Tajriba.Leadership.Maturity.Rounds;

/// <summary>Where the factors of a network stand, on a circle, and how the arrows between them run.</summary>
internal static class NetworkDrawing
{
    private const double Radius = 165, AcrossLabel = 74, UpLabel = 30, NodeRadius = 11, Bend = 0.16;

    /// <summary>Where a factor stands, and its words.</summary>
    public static (double X, double Y, double WordX, double WordY) Node(int index, int count)
    {
        double angle = 360.0 * index / count;
        (double x, double y) = Polar.At(Radius, angle);
        (double across, double up) = Polar.At(1, angle);
        return (x, y, x + (across * AcrossLabel), y + (up * UpLabel));
    }

    /// <summary>The path of an arrow, bent a little so that both ways between two factors can be told apart.</summary>
    public static string Arrow(int from, int to, int count)
    {
        (double x1, double y1, _, _) = Node(from, count);
        (double x2, double y2, _, _) = Node(to, count);
        (double cx, double cy) = (((x1 + x2) / 2) - ((y2 - y1) * Bend), ((y1 + y2) / 2) + ((x2 - x1) * Bend));
        (double sx, double sy) = Toward(x1, y1, cx, cy, NodeRadius);
        (double ex, double ey) = Toward(x2, y2, cx, cy, NodeRadius + 6);
        return $"M{Polar.N(sx)} {Polar.N(sy)}Q{Polar.N(cx)} {Polar.N(cy)} {Polar.N(ex)} {Polar.N(ey)}";
    }

    private static (double X, double Y) Toward(double x, double y, double toX, double toY, double distance)
    {
        double length = Math.Max(1, Math.Sqrt(((toX - x) * (toX - x)) + ((toY - y) * (toY - y))));
        return (x + ((toX - x) / length * distance), y + ((toY - y) / length * distance));
    }
}
