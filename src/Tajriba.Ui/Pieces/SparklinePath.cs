using System.Globalization;
using System.Text;

namespace Tajriba.Ui.Pieces;

/// <summary>Path data of a small trend in a box of the given size.</summary>
internal sealed class SparklinePath
{
    private const double Edge = 2;
    private readonly IReadOnlyList<double?> values;
    private readonly int width;
    private readonly int height;
    private readonly double bottom;
    private readonly double span;

    public SparklinePath(IReadOnlyList<double?> values, IReadOnlyList<double?>? low, IReadOnlyList<double?>? high, int width, int height)
    {
        this.values = values;
        this.width = width;
        this.height = height;
        var all = values.Concat(low ?? []).Concat(high ?? []).OfType<double>().Where(double.IsFinite).ToList();
        if (all.Count == 0)
        {
            return;
        }

        bottom = all.Min();
        span = Math.Max(all.Max() - bottom, 1e-12);
        Line = Path(values);
        Band = low is not null && high is not null ? BandOf(low, high) : "";
        for (var i = values.Count - 1; i >= 0; i--)
        {
            if (values[i] is { } value)
            {
                LastPoint = $"M{X(i)} {Y(value)}h0";
                break;
            }
        }
    }

    public string Line { get; } = "";

    public string Band { get; } = "";

    public string LastPoint { get; } = "";

    private string Path(IReadOnlyList<double?> points)
    {
        var path = new StringBuilder();
        var broken = true;
        for (var i = 0; i < points.Count; i++)
        {
            if (points[i] is not { } value || !double.IsFinite(value))
            {
                broken = true;
                continue;
            }

            path.Append(broken ? 'M' : 'L').Append(X(i)).Append(' ').Append(Y(value));
            broken = false;
        }

        return path.ToString();
    }

    private string BandOf(IReadOnlyList<double?> low, IReadOnlyList<double?> high)
    {
        var known = Enumerable.Range(0, Math.Min(values.Count, Math.Min(low.Count, high.Count))).Where(i => low[i] is not null && high[i] is not null).ToList();
        if (known.Count < 2)
        {
            return "";
        }

        var there = known.Select(i => X(i) + " " + Y(high[i]!.Value));
        var back = Enumerable.Reverse(known).Select(i => X(i) + " " + Y(low[i]!.Value));
        return "M" + string.Join('L', there.Concat(back)) + "Z";
    }

    private string X(int index) => Text(values.Count < 2 ? width / 2d : Edge + (index * (width - (2 * Edge)) / (values.Count - 1)));

    private string Y(double value) => Text(height - Edge - ((value - bottom) / span * (height - (2 * Edge))));

    private static string Text(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
