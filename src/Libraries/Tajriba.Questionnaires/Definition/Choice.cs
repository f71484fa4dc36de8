using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tajriba.Questionnaires;

/// <summary>Something to choose: a choice, a row or a column. A scalar, or an object with <c>value</c> and <c>text</c>.</summary>
public sealed class Choice
{
    private readonly JsonNode value;

    internal Choice(JsonNode value, LocalizedText? text = null)
    {
        this.value = value;
        Text = text;
    }

    private Choice(JsonNode value, Reader reader)
        : this(value, reader.Text("text"))
    {
        VisibleIf = reader.Expression("visibleIf");
        EnableIf = reader.Expression("enableIf");
        ImageLink = reader.Text("imageLink");
        ShowCommentArea = reader.Bool("showCommentArea");
        CommentRequired = reader.Bool("isCommentRequired");
        CommentPlaceholder = reader.Text("commentPlaceholder");
        IsExclusive = reader.Bool("isExclusive");
        Weight = reader.Number("weight");
    }

    /// <summary>What is kept as the answer: a text, a number or a boolean; a copy.</summary>
    public JsonNode Value => value.DeepClone();

    /// <summary>The value as text.</summary>
    public string Key => value.ToString();

    /// <summary>What is shown; null where the value stands for itself.</summary>
    public LocalizedText? Text { get; }

    /// <summary>Condition to be shown.</summary>
    public Expression? VisibleIf { get; }

    /// <summary>Condition to be enabled.</summary>
    public Expression? EnableIf { get; }

    /// <summary>Address of its picture.</summary>
    public LocalizedText? ImageLink { get; }

    /// <summary>Whether a comment is asked with this choice.</summary>
    public bool ShowCommentArea { get; }

    /// <summary>Whether that comment must be given.</summary>
    public bool CommentRequired { get; }

    /// <summary>Hint in that comment.</summary>
    public LocalizedText? CommentPlaceholder { get; }

    /// <summary>Whether it excludes the others.</summary>
    public bool IsExclusive { get; }

    /// <summary>Weight of a row as service attribute, if it has one of its own.</summary>
    public double? Weight { get; }

    internal JsonNode Source => value;

    internal static IReadOnlyList<Choice> ReadAll(Reader owner, string member)
    {
        var choices = new List<Choice>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (node, at) in owner.Items(member))
        {
            if (choices.Count == DefinitionLimits.Choices)
            {
                owner.Fault(member, DefinitionFaultCode.TooMany, DefinitionLimits.Choices.ToString(CultureInfo.InvariantCulture));
                break;
            }

            if (Read(owner, node, at) is not { } choice)
            {
                continue;
            }

            if (!keys.Add(choice.Key))
            {
                owner.Reading.Add(at, DefinitionFaultCode.Duplicate, choice.Key);
            }

            choices.Add(choice);
        }

        return choices;
    }

    private static Choice? Read(Reader owner, JsonNode? node, string at)
    {
        switch (node)
        {
            case JsonValue scalar:
                return Split(scalar);
            case JsonObject json:
                var reader = new Reader(json, at, owner.Reading);
                switch (reader.Node("value"))
                {
                    case JsonValue value:
                        return new Choice(value, reader);
                    case null:
                        reader.Fault("value", DefinitionFaultCode.Missing, "value");
                        return null;
                    default:
                        reader.Fault("value", DefinitionFaultCode.WrongType, "scalar");
                        return null;
                }

            default:
                owner.Reading.Add(at, DefinitionFaultCode.WrongType, "scalar");
                return null;
        }
    }

    /// <summary>A scalar may carry its text behind a bar: <c>"1|Very bad"</c>.</summary>
    private static Choice Split(JsonValue scalar)
    {
        if (scalar.GetValueKind() == JsonValueKind.String && scalar.ToString() is var text
            && text.IndexOf('|', StringComparison.Ordinal) is > 0 and var bar)
        {
            return new Choice(JsonValue.Create(text[..bar]), new LocalizedText(text[(bar + 1)..]));
        }

        return new Choice(scalar);
    }
}
