using System.Text;
using Tajriba.Organization.Strategy.Links;
using Tajriba.Ui.Drawings;

namespace Tajriba.Organization.Strategy.Map;

/// <summary>Where everything stands in the drawing of a strategy map: perspectives as bands, objectives as boxes in them, links as curves.</summary>
/// <param name="Height">Height of the drawing; its width is <see cref="Width"/>.</param>
/// <param name="Bands">The perspectives, the top one first.</param>
/// <param name="Boxes">The objectives.</param>
/// <param name="Curves">The links.</param>
public sealed record MapLayout(double Height, IReadOnlyList<MapLayout.Band> Bands, IReadOnlyList<MapLayout.Box> Boxes, IReadOnlyList<MapLayout.Curve> Curves)
{
    public const double Width = 1040;
    public const double BoxWidth = 216;
    public const double BoxHeight = 74;

    /// <summary>Where the names of perspectives stand.</summary>
    public const double Gutter = 106;

    /// <summary>Most boxes side by side.</summary>
    public const int MostAbreast = 4;

    private const double Room = Width - Gutter - 10;
    private const double Padding = 24;
    private const double RowGap = 46;
    private const double BandGap = 10;
    private const double Bend = 34;
    private const double Clearance = 7;
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
                var from = (X: PortOf(d.From, d.To, [.. drawn.Where(o => o.From.Code == d.From.Code).Select(o => o.To)]), Y: isDown ? d.From.Y + BoxHeight : d.From.Y);
                var to = (X: PortOf(d.To, d.From, [.. drawn.Where(o => o.To.Code == d.To.Code).Select(o => o.From)]), Y: isDown || isLevel ? d.To.Y : d.To.Y + BoxHeight);
                return new Curve(d.Link, [from, .. Between(from, to, boxes.Values), to], isLevel);
            }),
        ];
    }

    /// <summary>Where a link passes the rows between its ends: in the gap beside their boxes that is least out of its way.</summary>
    private static IEnumerable<(double X, double Y)> Between((double X, double Y) from, (double X, double Y) to, IReadOnlyCollection<Box> boxes)
    {
        (double top, double bottom) = (Math.Min(from.Y, to.Y), Math.Max(from.Y, to.Y));
        var rows = boxes.Where(b => b.Y > top && b.Y + BoxHeight < bottom).GroupBy(b => b.Y);
        foreach (var row in to.Y < from.Y ? rows.OrderByDescending(r => r.Key) : rows.OrderBy(r => r.Key))
        {
            double straight = from.X + ((to.X - from.X) * (row.Key + (BoxHeight / 2) - from.Y) / (to.Y - from.Y));
            bool IsFree(double x) => x > Gutter - Clearance && x < Width && row.All(b => x <= b.X - Clearance || x >= b.X + BoxWidth + Clearance);
            double x = row.SelectMany(b => new[] { b.X - Clearance, b.X + BoxWidth + Clearance }).Append(straight).Where(IsFree).MinBy(c => Math.Abs(c - straight));
            (double first, double last) = to.Y < from.Y ? (row.Key + BoxHeight, row.Key) : (row.Key, row.Key + BoxHeight);
            yield return (x, first);
            yield return (x, last);
        }
    }

    /// <summary>Where on its edge a box is met: the ways of several links side by side, in the order of their other ends.</summary>
    private static double PortOf(Box box, Box other, IReadOnlyList<Box> others)
    {
        Box[] order = [.. others.OrderBy(b => b.X).ThenBy(b => b.Y)];
        int at = Array.IndexOf(order, other);
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

    /// <summary>A link as a line that leaves and arrives upright.</summary>
    /// <param name="Link">The link.</param>
    /// <param name="Points">Where it leaves, where it comes to and leaves each row between, and where it arrives.</param>
    /// <param name="IsLevel">Whether both ends stand beside each other.</param>
    public sealed record Curve(Link Link, IReadOnlyList<(double X, double Y)> Points, bool IsLevel)
    {
        private const double HeadLength = 9;

        /// <summary>Whether it arrives from above.</summary>
        public bool ArrivesDown => IsLevel || Points[^1].Y > Points[0].Y;

        /// <summary>The line as SVG draws it.</summary>
        /// <param name="place">Mirrors a place where one reads from the right.</param>
        public string Line(Func<double, double> place)
        {
            var line = new StringBuilder("M").Append(Text(place, Points[0]));
            for (int i = 1; i < Points.Count; i++)
            {
                (double X, double Y) from = Points[i - 1], to = Points[i];

                // The line ends within its head, so that its end does not show.
                (double X, double Y) end = i == Points.Count - 1 ? (to.X, to.Y + ((HeadLength - 2) * (ArrivesDown ? -1 : 1))) : to;
                double bend = Math.Max(Bend, Math.Abs(to.Y - from.Y) / 2) * (IsLevel || to.Y < from.Y ? -1 : 1);
                line = i % 2 == 0 ? line.Append('L').Append(Text(place, end))
                    : line.Append('C').Append(Text(place, (from.X, from.Y + bend))).Append(' ').Append(Text(place, (to.X, IsLevel ? to.Y + bend : to.Y - bend))).Append(' ').Append(Text(place, end));
            }

            return line.ToString();
        }

        /// <summary>Its head as SVG draws it.</summary>
        /// <param name="place">Mirrors a place where one reads from the right.</param>
        public string Head(Func<double, double> place) => $"M{Text(place, Points[^1])}l-5 {DrawnText.Number(ArrivesDown ? -HeadLength : HeadLength)}h10z";

        private static string Text(Func<double, double> place, (double X, double Y) point) => $"{DrawnText.Number(place(point.X))} {DrawnText.Number(point.Y)}";
    }
}
