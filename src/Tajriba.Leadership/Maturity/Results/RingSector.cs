namespace Tajriba.Leadership.Maturity.Results;

/// <summary>One component in the picture of rings.</summary>
/// <param name="Score">What it stands for.</param>
/// <param name="Shape">The sector's path.</param>
/// <param name="Track">Path of the thin line along its outer edge.</param>
/// <param name="Fill">The part of it that the score fills; null where nobody answered.</param>
/// <param name="Depth">How strongly it is coloured, 0 to 1.</param>
/// <param name="X">Where its words stand.</param>
/// <param name="Y">Where its words stand.</param>
internal sealed record RingSector(ComponentScore Score, string Shape, string Track, string? Fill, double Depth, double X, double Y)
{
    private const double Outer = 272, Disc = 88, Gap = 1.2, Edge = 6, Pad = 4, Outward = 5, Palest = 0.07, Deepest = 0.55;

    /// <summary>Lays a standing out as rings: the frame's first layer outermost, the last as a disc (seed 000, Figure 2).</summary>
    /// <param name="standing">What is drawn.</param>
    /// <param name="isRightToLeft">Whether components follow each other counter-clockwise.</param>
    public static IReadOnlyList<RingSector> Of(Standing standing, bool isRightToLeft)
    {
        var sectors = new List<RingSector>();
        int layers = standing.Frame.Layers.Count;
        double width = layers > 1 ? (Outer - Disc) / (layers - 1) : 0;
        for (int ring = 0; ring < layers; ring++)
        {
            ComponentScore[] components = [.. standing.Components.Where(c => c.Component.Layer == standing.Frame.Layers[ring].Key)];
            bool isDisc = ring == layers - 1;
            double outer = (isDisc ? (layers > 1 ? Disc : Outer) : Outer - (ring * width)) - (ring == 0 ? 0 : Gap * 1.5);
            double inner = isDisc ? 0 : Outer - ((ring + 1) * width);
            for (int i = 0; i < components.Length; i++)
            {
                sectors.Add(Of(components[i], inner, outer, i, components.Length, isRightToLeft));
            }
        }

        // Innermost first, so that no ring covers the words of the one around it.
        sectors.Reverse();
        return sectors;
    }

    private static RingSector Of(ComponentScore score, double inner, double outer, int index, int count, bool isRightToLeft)
    {
        double middle = 360.0 * index / count * (isRightToLeft ? -1 : 1), half = (180.0 / count) - (count == 1 ? 0.05 : 0);
        double gap = count == 1 ? 0 : Gap * 57.3 / outer;
        double pad = (Pad + Edge) * 57.3 / outer;
        double radius = outer - Edge;
        double share = double.IsFinite(score.Mean) ? Math.Clamp((score.Mean - 1) / (Frames.Frame.Levels - 1), 0, 1) : 0;
        int way = isRightToLeft ? -1 : 1;
        double from = middle - (way * (half - pad)), to = middle + (way * (half - pad));
        (double x, double y) = Polar.At(inner > 0 ? ((inner + outer - Edge) / 2) + (count > 2 && index > 0 ? Outward : 0) : count == 1 ? 0 : outer * 0.56, middle);
        return new(
            score,
            Polar.Sector(inner, outer, middle - half + gap, middle + half - gap),
            Polar.Arc(radius, from, to),
            double.IsFinite(score.Mean) ? Polar.Arc(radius, from, from + ((to - from) * Math.Max(0.01, share))) : null,
            double.IsFinite(score.Mean) ? Palest + (share * (Deepest - Palest)) : 0.02,
            x,
            y);
    }
}
