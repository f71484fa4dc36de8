namespace Tajriba.Questionnaires;

/// <summary>A column of a table of questions.</summary>
public sealed class GridColumn
{
    private GridColumn(Reader reader, Question cell)
    {
        Cell = cell;
        IsUnique = reader.Bool("isUnique");
    }

    /// <summary>The name, the key within a row.</summary>
    public string Name => Cell.Name;

    /// <summary>The question asked in every row.</summary>
    public Question Cell { get; }

    /// <summary>Answers must differ from row to row.</summary>
    public bool IsUnique { get; }

    internal static IReadOnlyList<GridColumn> ReadAll(Reader owner, GridQuestion grid)
    {
        var columns = new List<GridColumn>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var reader in owner.Objects("columns"))
        {
            if (!owner.Reading.Count(reader.Path))
            {
                break;
            }

            if (Read(reader, grid) is { } column)
            {
                if (!names.Add(column.Name))
                {
                    reader.Fault("name", DefinitionFaultCode.Duplicate, column.Name);
                }

                columns.Add(column);
            }
        }

        return columns;
    }

    private static GridColumn? Read(Reader reader, GridQuestion grid)
    {
        var type = reader.String("cellType") is { Length: > 0 } own && own != "default" ? own : grid.CellType;
        Question? cell = type switch
        {
            "dropdown" => new ChoiceQuestion(reader, ElementKind.Dropdown, grid.Choices),
            "checkbox" => new ChoiceQuestion(reader, ElementKind.Checkbox, grid.Choices),
            "radiogroup" => new ChoiceQuestion(reader, ElementKind.RadioGroup, grid.Choices),
            "tagbox" => new ChoiceQuestion(reader, ElementKind.TagBox, grid.Choices),
            "text" => new TextQuestion(reader, "inputType"),
            "comment" => new CommentQuestion(reader),
            "boolean" => new BooleanQuestion(reader),
            "expression" => new ExpressionQuestion(reader),
            "rating" => new RatingQuestion(reader),
            "slider" => new SliderQuestion(reader),
            _ => null,
        };
        if (cell is null)
        {
            reader.Fault("cellType", DefinitionFaultCode.UnsupportedType, type);
            return null;
        }

        return new GridColumn(reader, cell);
    }
}
