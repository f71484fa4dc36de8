using System.Text.Json.Nodes;

namespace Tajriba.Questionnaires;

/// <summary>A table of questions: <c>matrixdropdown</c> with given rows (object by row), <c>matrixdynamic</c> with rows added (array of objects).</summary>
public sealed class GridQuestion : Question
{
    internal GridQuestion(Reader reader, ElementKind kind)
        : base(reader, kind)
    {
        Choices = Choice.ReadAll(reader, "choices");
        CellType = reader.String("cellType") is { Length: > 0 } cell ? cell : "dropdown";
        Columns = GridColumn.ReadAll(reader, this);
        Rows = kind == ElementKind.MatrixDropdown ? Choice.ReadAll(reader, "rows") : [];
        RowsVisibleIf = reader.Expression("rowsVisibleIf");
        HideIfRowsEmpty = reader.Bool("hideIfRowsEmpty");
        RowCount = reader.Integer("rowCount", 2, 0, DefinitionLimits.Entries);
        RowCountExpression = reader.Expression("rowCountExpression");
        MinRowCount = reader.Integer("minRowCount", 0, 0, DefinitionLimits.Entries);
        MaxRowCount = reader.Integer("maxRowCount", DefinitionLimits.Entries, 1, DefinitionLimits.Entries);
        AllowAdd = reader.Bool("allowAddRows", true);
        AllowRemove = reader.Bool("allowRemoveRows", true);
        KeyName = reader.String("keyName");
        KeyDuplicationError = reader.Text("keyDuplicationError");
        DefaultRow = reader.Node("defaultRowValue");
        CopyLast = reader.Bool("copyDefaultValueFromLastEntry", former: "defaultValueFromLastRow");
        AddText = reader.Text("addRowText");
        RemoveText = reader.Text("removeRowText");
        NoRowsText = reader.Text("noRowsText", "emptyRowsText");
    }

    /// <summary>Choices of cells whose column has none of its own.</summary>
    public IReadOnlyList<Choice> Choices { get; }

    /// <summary>The columns, each a question asked in every row.</summary>
    public IReadOnlyList<GridColumn> Columns { get; }

    /// <summary>The rows of a <c>matrixdropdown</c>.</summary>
    public IReadOnlyList<Choice> Rows { get; }

    /// <summary>Condition on <c>{item}</c> for a row to be shown.</summary>
    public Expression? RowsVisibleIf { get; }

    /// <summary>Rows to start with.</summary>
    public int RowCount { get; }

    /// <summary>A formula for the number of rows.</summary>
    public Expression? RowCountExpression { get; }

    /// <summary>Least rows.</summary>
    public int MinRowCount { get; }

    /// <summary>Most rows.</summary>
    public int MaxRowCount { get; }

    /// <summary>Whether one may add rows.</summary>
    public bool AllowAdd { get; }

    /// <summary>Whether one may take rows away.</summary>
    public bool AllowRemove { get; }

    /// <summary>The column whose answers must differ from row to row.</summary>
    public string? KeyName { get; }

    /// <summary>Words for answers that do not differ, if not the usual ones.</summary>
    public LocalizedText? KeyDuplicationError { get; }

    /// <summary>Words on the button that adds.</summary>
    public LocalizedText? AddText { get; }

    /// <summary>Words on the button that takes away.</summary>
    public LocalizedText? RemoveText { get; }

    /// <summary>Words where there is no row yet.</summary>
    public LocalizedText? NoRowsText { get; }

    internal string CellType { get; }

    internal bool HideIfRowsEmpty { get; }

    internal JsonNode? DefaultRow { get; }

    internal bool CopyLast { get; }
}
