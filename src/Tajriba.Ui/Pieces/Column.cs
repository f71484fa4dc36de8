using Microsoft.AspNetCore.Components;

namespace Tajriba.Ui.Pieces;

/// <summary>One column of a <see cref="DataTable{TRow}"/>.</summary>
public sealed class Column<TRow> : ComponentBase
{
    [CascadingParameter] internal DataTable<TRow>? Table { get; set; }

    [Parameter, EditorRequired] public required string Title { get; set; }

    /// <summary>The cell of one row.</summary>
    [Parameter, EditorRequired] public required RenderFragment<TRow> ChildContent { get; set; }

    /// <summary>Value of <c>?sort=</c> that sorts by this column (<c>-name</c> descending); null where it cannot be sorted by.</summary>
    [Parameter] public string? Sort { get; set; }

    /// <summary>Numbers: aligned to the end, digits of one width.</summary>
    [Parameter] public bool Numeric { get; set; }

    /// <summary>Names the row; read out by screen readers with each of its cells.</summary>
    [Parameter] public bool Heading { get; set; }

    /// <summary>Takes what room is left, and wraps.</summary>
    [Parameter] public bool Wide { get; set; }

    /// <summary>Never wraps: dates, short names.</summary>
    [Parameter] public bool Tight { get; set; }

    /// <summary>The title is for screen readers only (a column of buttons).</summary>
    [Parameter] public bool HiddenTitle { get; set; }

    /// <summary>A longer explanation, shown on hover.</summary>
    [Parameter] public string? Hint { get; set; }

    protected override void OnInitialized() => Table?.Add(this);

    internal string? CellClass => (Numeric, Wide, Tight) switch
    {
        (true, _, _) => "num",
        (_, true, _) => "wide",
        (_, _, true) => "tight",
        _ => null,
    };
}
