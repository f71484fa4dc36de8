using System.Text.Json.Nodes;

namespace Tajriba.Questionnaires;

/// <summary>Yes or no.</summary>
public sealed class BooleanQuestion : Question
{
    internal BooleanQuestion(Reader reader)
        : base(reader, ElementKind.Boolean)
    {
        Label = reader.Text("label");
        LabelTrue = reader.Text("labelTrue");
        LabelFalse = reader.Text("labelFalse");
        WhenTrue = reader.Node("valueTrue");
        WhenFalse = reader.Node("valueFalse");
        SwapOrder = reader.Bool("swapOrder");
    }

    /// <summary>Label beside the switch.</summary>
    public LocalizedText? Label { get; }

    /// <summary>Word for yes; null for the usual one.</summary>
    public LocalizedText? LabelTrue { get; }

    /// <summary>Word for no; null for the usual one.</summary>
    public LocalizedText? LabelFalse { get; }

    /// <summary>The answer kept for yes.</summary>
    public JsonNode ValueTrue => WhenTrue?.DeepClone() ?? JsonValue.Create(true);

    /// <summary>The answer kept for no.</summary>
    public JsonNode ValueFalse => WhenFalse?.DeepClone() ?? JsonValue.Create(false);

    /// <summary>Yes first.</summary>
    public bool SwapOrder { get; }

    internal JsonNode? WhenTrue { get; }

    internal JsonNode? WhenFalse { get; }
}
