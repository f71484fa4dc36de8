namespace Tajriba.Questionnaires;

/// <summary>One choice of the columns for each row; the answer is an object by row.</summary>
public sealed class MatrixQuestion : Question
{
    internal MatrixQuestion(Reader reader)
        : base(reader, ElementKind.Matrix)
    {
        Columns = Choice.ReadAll(reader, "columns");
        Rows = Choice.ReadAll(reader, "rows");
        IsMultiple = reader.String("cellType") == "checkbox";
        EachRowRequired = reader.Bool("eachRowRequired", former: "isAllRowRequired");
        EachRowUnique = reader.Bool("eachRowUnique");
        RowsVisibleIf = reader.Expression("rowsVisibleIf");
        ColumnsVisibleIf = reader.Expression("columnsVisibleIf");
        HideIfRowsEmpty = reader.Bool("hideIfRowsEmpty");
    }

    /// <summary>What may be chosen in each row.</summary>
    public IReadOnlyList<Choice> Columns { get; }

    /// <summary>The rows; their values are the service attributes where the matrix measures. Empty for a single row.</summary>
    public IReadOnlyList<Choice> Rows { get; }

    /// <summary>Whether several columns may be chosen in a row.</summary>
    public bool IsMultiple { get; }

    /// <summary>Every visible row must be answered.</summary>
    public bool EachRowRequired { get; }

    /// <summary>No two rows may have the same answer.</summary>
    public bool EachRowUnique { get; }

    /// <summary>Condition on <c>{item}</c> for a row to be shown.</summary>
    public Expression? RowsVisibleIf { get; }

    /// <summary>Condition on <c>{item}</c> for a column to be shown.</summary>
    public Expression? ColumnsVisibleIf { get; }

    internal bool HideIfRowsEmpty { get; }

    internal bool HasConditions => Rows.Concat(Columns).Any(item => item.VisibleIf is not null || item.EnableIf is not null);
}
