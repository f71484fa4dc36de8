namespace Tajriba.Ui.Drawings;

public enum ChartKind
{
    /// <summary>One bar per label and series.</summary>
    Bar,

    /// <summary>One point per label and series, joined.</summary>
    Line,

    /// <summary>Bars that touch: the labels are classes of a measure.</summary>
    Histogram,

    /// <summary>Free points; <see cref="ChartData.Labels"/> name the rows of the y axis, if there are any.</summary>
    Dots,
}
