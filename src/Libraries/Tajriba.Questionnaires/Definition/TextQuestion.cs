using System.Text.Json.Nodes;

namespace Tajriba.Questionnaires;

/// <summary>One line of text, or an item of <c>multipletext</c>.</summary>
public sealed class TextQuestion : Question
{
    internal TextQuestion(Reader reader, string typeMember)
        : base(reader, ElementKind.Text)
    {
        InputType = reader.String(typeMember) is { Length: > 0 } type ? type : "text";
        Placeholder = reader.Text("placeholder", "placeHolder");
        MaxLength = reader.Integer("maxLength", -1, -1);
        Min = reader.Node("min");
        Max = reader.Node("max");
        Step = reader.Number("step");
        MinValueExpression = reader.Expression("minValueExpression");
        MaxValueExpression = reader.Expression("maxValueExpression");
        MinErrorText = reader.Text("minErrorText");
        MaxErrorText = reader.Text("maxErrorText");
        StepErrorText = reader.Text("stepErrorText");
        Autocomplete = reader.String("autocomplete") ?? reader.String("autoComplete");
        DataList = [.. reader.Node("dataList") is JsonArray list ? list.OfType<JsonValue>().Select(item => item.ToString()) : []];
    }

    /// <summary>The HTML input type: text, number, email, tel, url, date, datetime-local, month, week, time, color, range, password.</summary>
    public string InputType { get; }

    /// <summary>Hint in the empty field.</summary>
    public LocalizedText? Placeholder { get; }

    /// <summary>Most characters; −1 as the questionnaire says, 0 without limit.</summary>
    public int MaxLength { get; }

    /// <summary>Step of numbers, times and dates.</summary>
    public double? Step { get; }

    /// <summary>A formula for the least value.</summary>
    public Expression? MinValueExpression { get; }

    /// <summary>A formula for the greatest value.</summary>
    public Expression? MaxValueExpression { get; }

    /// <summary>Words for a value under the least, if not the usual ones.</summary>
    public LocalizedText? MinErrorText { get; }

    /// <summary>Words for a value over the greatest, if not the usual ones.</summary>
    public LocalizedText? MaxErrorText { get; }

    /// <summary>Words for a value off the step, if not the usual ones.</summary>
    public LocalizedText? StepErrorText { get; }

    /// <summary>What the browser may fill in, as HTML <c>autocomplete</c>.</summary>
    public string? Autocomplete { get; }

    /// <summary>Suggestions.</summary>
    public IReadOnlyList<string> DataList { get; }

    internal JsonNode? Min { get; }

    internal JsonNode? Max { get; }
}
