using Tajriba.Organization.Strategy.Links;

namespace Tajriba.Organization.Strategy.Map;

/// <summary>Where everything stands in the drawing of a strategy map: perspectives as bands, objectives as boxes in them, links as curves.</summary>
/// <param name="Height">Height of the drawing; its width is <see cref="Width"/>.</param>
/// <param name="Bands">The perspectives, the top one first.</param>
/// <param name="Boxes">The objectives.</param>
/// <param name="Curves">The links.</param>
public sealed record MapLayout(double Height, IReadOnlyList<MapLayout.Band> Bands, IReadOnlyList<MapLayout.Box> Boxes, IReadOnlyList<MapLayout.Curve> Curves)
{
    public const double Width = 1160;
    public const double BoxWidth = 236;
    public const double BoxHeight = 74;

    /// <summary>Where the names of perspectives stand.</summary>
    public const double Gutter = 118;

    /// <summary>Most boxes side by side.</summary>
    public const int MostAbreast = 4;

    private const double Room = Width - Gutter - 14;
    private const double Padding = 24;
    private const double RowGap = 46;
    private const double BandGap = 10;
    private const double Bend = 34;
    private const double PortShare = 0.56;
    private const int Sweeps = 6;

    /// <summary>Lays a map out. Within a band boxes stand near those with which they are linked (the barycentre heuristic of Sugiyama et al. 1981).</summary>
    /// <param name="perspectives">Their keys, the top one first; at least one.</param>
    /// <param name="objectives">Codes of objectives and the keys of their perspectives; a key that is not there means the first.</param>
    /// <param name="links">Links between them.</param>
    public static MapLayout Of(IReadOnlyList<string> perspectives, IReadOnlyList<(string Code, string Perspective)> objectives, IReadOnlyList<Link> links)
    {
        List<List<string>> orders = [.. perspectives.Select(p => objectives.Where(o => o.Perspective == p || (p == perspectives[0] && !perspectives.Contains(o.Perspective))).Select(o => o.Code).ToList())];
        Order(orders, links);
        var bands = new List<Band>();
        var boxes = new Dictionary<string, Box>(StringComparer.Ordinal);
        double top = 0;
        foreach (var (key, order) in perspectives.Zip(orders))
        {
            IReadOnlyList<string[]> rows = order.Count == 0 ? [[]] : Rows(order);
            double height = (2 * Padding) + (rows.Count * BoxHeight) + ((rows.Count - 1) * RowGap);
            bands.Add(new(key, top, height));
            for (int row = 0; row < rows.Count; row++)
            {
                for (int at = 0; at < rows[row].Length; at++)
                {
                    double centre = Gutter + (Room * (at + 0.5) / rows[row].Length);
                    boxes[rows[row][at]] = new(rows[row][at], centre - (BoxWidth / 2), top + Padding + (row * (BoxHeight + RowGap)));
                }
            }

            top += height + BandGap;
        }

        return new(top - BandGap, bands, [.. orders.SelectMany(o => o).Select(c => boxes[c])], Bent(links, boxes));
    }

    /// <summary>As many rows as are needed, as even as can be.</summary>
    private static List<string[]> Rows(List<string> order)
    {
        int rows = (order.Count + MostAbreast - 1) / MostAbreast;
        return [.. order.Chunk((order.Count + rows - 1) / rows)];
    }

    private static void Order(List<List<string>> orders, IReadOnlyList<Link> links)
    {
        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            foreach (List<string> order in sweep % 2 == 0 ? orders : Enumerable.Reverse(orders))
            {
                Dictionary<string, double> places = orders.SelectMany(o => o.Select((c, i) => (c, (i + 0.5) / o.Count))).ToDictionary(p => p.c, p => p.Item2, StringComparer.Ordinal);
                double Wish(string code)
                {
                    double[] near = [.. links.Where(l => l.Cause == code || l.Effect == code).Select(l => l.Cause == code ? l.Effect : l.Cause).Where(o => !order.Contains(o) && places.ContainsKey(o)).Select(o => places[o])];
                    return near.Length == 0 ? places[code] : near.Average();
                }

                string[] sorted = [.. order.OrderBy(Wish)];
                order.Clear();
                order.AddRange(sorted);
            }
        }
    }

    private static List<Curve> Bent(IReadOnlyList<Link> links, Dictionary<string, Box> boxes)
    {
        List<(Link Link, Box From, Box To)> drawn = [.. links.Where(l => boxes.ContainsKey(l.Cause) && boxes.ContainsKey(l.Effect)).Select(l => (l, boxes[l.Cause], boxes[l.Effect]))];
        return
        [
            .. drawn.Select(d =>
            {
                // What leads up leaves at the top and arrives at the bottom; what leads down the other way; beside each other, over the top.
                bool isDown = d.To.Y > d.From.Y, isLevel = d.To.Y.Equals(d.From.Y);
                double fromX = PortOf(d.From, d.To, [.. drawn.Where(o => o.From.Code == d.From.Code).Select(o => o.To)], d.To.Code);
                double toX = PortOf(d.To, d.From, [.. drawn.Where(o => o.To.Code == d.To.Code).Select(o => o.From)], d.From.Code);
                double fromY = isDown ? d.From.Y + BoxHeight : d.From.Y;
                double toY = isDown || isLevel ? d.To.Y : d.To.Y + BoxHeight;
                double bend = isLevel ? Bend : Math.Max(Bend, Math.Abs(toY - fromY) / 2);
                return new Curve(d.Link, fromX, fromY, toX, toY, isDown ? fromY + bend : fromY - bend, isDown || isLevel ? toY - bend : toY + bend);
            }),
        ];
    }

    /// <summary>Where on its edge a box is met: the ways of several links side by side, in the order of their other ends.</summary>
    private static double PortOf(Box box, Box other, IReadOnlyList<Box> others, string code)
    {
        Box[] order = [.. others.Append(other).DistinctBy(b => b.Code).OrderBy(b => b.X).ThenBy(b => b.Y)];
        int at = Array.FindIndex(order, b => b.Code == code);
        return box.X + (BoxWidth / 2) + (BoxWidth * PortShare * (((at + 1.0) / (order.Length + 1)) - 0.5));
    }

    /// <summary>A perspective.</summary>
    /// <param name="Key">Its key.</param>
    /// <param name="Y">Its top.</param>
    /// <param name="Height">Its height.</param>
    public sealed record Band(string Key, double Y, double Height);

    /// <summary>An objective.</summary>
    /// <param name="Code">Its code.</param>
    /// <param name="X">Its left, drawn from left to right.</param>
    /// <param name="Y">Its top.</param>
    public sealed record Box(string Code, double X, double Y);

    /// <summary>A link as a cubic curve that leaves and arrives upright.</summary>
    /// <param name="Link">The link.</param>
    /// <param name="FromX">Where it leaves.</param>
    /// <param name="FromY">Where it leaves.</param>
    /// <param name="ToX">Where it arrives.</param>
    /// <param name="ToY">Where it arrives.</param>
    /// <param name="FromBend">Height of the control point at its beginning.</param>
    /// <param name="ToBend">Height of the one at its end.</param>
    public sealed record Curve(Link Link, double FromX, double FromY, double ToX, double ToY, double FromBend, double ToBend)
    {
        /// <summary>Whether it arrives from above.</summary>
        public bool ArrivesDown => ToBend < ToY;
    }
}
