using System.Text.Json.Nodes;

namespace Tajriba.Questionnaires;

/// <summary>Anything that stands on a page: a question, a panel, or something only shown.</summary>
public abstract class Element
{
    private protected Element(Reader reader, ElementKind kind)
    {
        Kind = kind;
        Path = reader.Path;
        Json = reader.Json;
        Name = reader.Name();
        Title = reader.Text("title");
        Description = reader.Text("description");
        ShowTitle = reader.Node("titleLocation")?.ToString() != "hidden" && reader.Bool("showTitle", true);
        Visible = reader.Bool("visible", true);
        VisibleIf = reader.Expression("visibleIf");
        EnableIf = reader.Expression("enableIf");
        RequiredIf = reader.Expression("requiredIf");
        IsRequired = reader.Bool("isRequired");
        RequiredErrorText = reader.Text("requiredErrorText");
        ReadOnly = reader.Bool("readOnly");
        StartWithNewLine = reader.Bool("startWithNewLine", true);
    }

    /// <summary>The type.</summary>
    public ElementKind Kind { get; }

    /// <summary>The name, unique in a definition.</summary>
    public string Name { get; }

    /// <summary>Where it stands, as a JSON path.</summary>
    public string Path { get; }

    /// <summary>Title as written, piping and all; null where the name stands for it.</summary>
    public LocalizedText? Title { get; }

    /// <summary>A line beneath the title.</summary>
    public LocalizedText? Description { get; }

    /// <summary>False where the title is hidden from the eye (it still labels for screen readers).</summary>
    public bool ShowTitle { get; }

    /// <summary>Visible where no condition says otherwise.</summary>
    public bool Visible { get; }

    /// <summary>Condition to be visible.</summary>
    public Expression? VisibleIf { get; }

    /// <summary>Condition to be enabled.</summary>
    public Expression? EnableIf { get; }

    /// <summary>Condition to be required.</summary>
    public Expression? RequiredIf { get; }

    /// <summary>Required where no condition says otherwise.</summary>
    public bool IsRequired { get; }

    /// <summary>What to say when a required answer is missing, if not the usual words.</summary>
    public LocalizedText? RequiredErrorText { get; }

    /// <summary>Shown but not to be changed.</summary>
    public bool ReadOnly { get; }

    /// <summary>False where it stands beside the element before it.</summary>
    public bool StartWithNewLine { get; }

    internal JsonObject Json { get; }

    /// <summary>A member of the definition that has no property here, as a copy.</summary>
    /// <param name="name">The member, such as <c>width</c>.</param>
    public JsonNode? Member(string name) => Json.TryGetPropertyValue(name, out var node) ? node?.DeepClone() : null;

    /// <summary>Reads elements of an array; unknown and unsupported types are faults.</summary>
    internal static IReadOnlyList<Element> ReadAll(Reader owner, string member, int nesting, string? former = null)
    {
        var elements = new List<Element>();
        if (nesting > DefinitionLimits.Nesting)
        {
            owner.Fault(member, DefinitionFaultCode.TooDeep, DefinitionLimits.Nesting.ToString(System.Globalization.CultureInfo.InvariantCulture));
            return elements;
        }

        foreach (var reader in owner.Objects(member, former))
        {
            if (!owner.Reading.Count(reader.Path))
            {
                break;
            }

            if (Read(reader, nesting) is { } element)
            {
                elements.Add(element);
            }
        }

        return elements;
    }

    private static Element? Read(Reader reader, int nesting)
    {
        var type = reader.String("type") ?? "";
        if (type.Length > 0 && char.IsLetter(type[0]) && Enum.TryParse<ElementKind>(type, ignoreCase: true, out var kind))
        {
            return kind switch
            {
                ElementKind.Boolean => new BooleanQuestion(reader),
                ElementKind.Checkbox or ElementKind.Dropdown or ElementKind.ImagePicker or ElementKind.RadioGroup or ElementKind.Ranking or ElementKind.TagBox
                    => new ChoiceQuestion(reader, kind),
                ElementKind.Comment => new CommentQuestion(reader),
                ElementKind.Expression => new ExpressionQuestion(reader),
                ElementKind.Html => new HtmlElement(reader),
                ElementKind.Image => new ImageElement(reader),
                ElementKind.Matrix => new MatrixQuestion(reader),
                ElementKind.MatrixDropdown or ElementKind.MatrixDynamic => new GridQuestion(reader, kind),
                ElementKind.MultipleText => new MultipleTextQuestion(reader),
                ElementKind.Panel => new PanelElement(reader, nesting),
                ElementKind.PanelDynamic => new DynamicPanelQuestion(reader, nesting),
                ElementKind.Rating => new RatingQuestion(reader),
                ElementKind.Slider => new SliderQuestion(reader),
                _ => new TextQuestion(reader, "inputType"),
            };
        }

        switch (type)
        {
            case "":
                reader.Fault("type", DefinitionFaultCode.Missing, "type");
                break;
            case "file" or "signaturepad" or "buttongroup" or "imagemap" or "flowpanel":
                reader.Fault("type", DefinitionFaultCode.UnsupportedType, type);
                break;
            default:
                reader.Fault("type", DefinitionFaultCode.UnknownType, type);
                break;
        }

        return null;
    }
}
