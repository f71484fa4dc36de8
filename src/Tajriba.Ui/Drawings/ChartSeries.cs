namespace Tajriba.Ui.Drawings;

/// <summary>One series of a chart.</summary>
/// <param name="Name">What it is, in the reader's language.</param>
/// <param name="Values">One value per label; null where nothing was measured. Empty for dots.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<double?> Values)
{
    /// <summary>Lower ends of the intervals, one per value; drawn as a band with <see cref="High"/>.</summary>
    public IReadOnlyList<double?>? Low { get; init; }

    public IReadOnlyList<double?>? High { get; init; }

    /// <summary>Points (x, y) of a dotted chart.</summary>
    public IReadOnlyList<double[]>? Points { get; init; }

    /// <summary>What the points are, one name each; drawn larger and named.</summary>
    public IReadOnlyList<string>? PointNames { get; init; }

    /// <summary>Accent takes the next colour of a scale that colour-blind readers can tell apart.</summary>
    public Tone Tone { get; init; } = Tone.Accent;

    /// <summary>A line over the bars of the others; a dashed one beside lines and among dots, as limits are drawn.</summary>
    public bool Line { get; init; }

    /// <summary>Points over the lines of the others that stand out.</summary>
    public bool Marks { get; init; }
}
