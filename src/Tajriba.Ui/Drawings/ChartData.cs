namespace Tajriba.Ui.Drawings;

/// <summary>What a <see cref="Chart"/> draws.</summary>
public sealed record ChartData(ChartKind Kind, IReadOnlyList<string> Labels, IReadOnlyList<ChartSeries> Series)
{
    /// <summary>Where a click on a label's bar or point leads; one per label.</summary>
    public IReadOnlyList<string?>? Hrefs { get; init; }

    /// <summary>Marks of the x axis of a dotted chart.</summary>
    public IReadOnlyList<ChartTick>? Ticks { get; init; }

    /// <summary>Labels whose figures will still change, one mark per label: drawn pale, and lines do not lead to them.</summary>
    public IReadOnlyList<bool>? Incomplete { get; init; }

    /// <summary>What stands beside such a label, in the reader's language.</summary>
    public string? IncompleteText { get; init; }

    public string? XTitle { get; init; }

    public string? YTitle { get; init; }

    /// <summary>Places behind the point of the figures shown.</summary>
    public int Decimals { get; init; }

    /// <summary>The values are shares; 1 is everything.</summary>
    public bool Percent { get; init; }
}
