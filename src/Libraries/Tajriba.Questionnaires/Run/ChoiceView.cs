using System.Text.Json.Nodes;

namespace Tajriba.Questionnaires;

/// <summary>A choice, row or column as it is to be shown.</summary>
public sealed class ChoiceView
{
    internal ChoiceView(Choice? source, JsonNode value, string text)
    {
        Source = source;
        Value = value;
        Text = text;
    }

    /// <summary>The choice of the definition; null for <c>other</c>, <c>none</c> and their like.</summary>
    public Choice? Source { get; }

    /// <summary>What is kept as the answer.</summary>
    public JsonNode Value { get; }

    /// <summary>The value as text.</summary>
    public string Key => Value.ToString();

    /// <summary>What is shown, in the reader's language; empty where the usual words of a special choice are meant.</summary>
    public string Text { get; }

    /// <summary>Whether its condition lets it be chosen, its question being enabled.</summary>
    public bool Enabled { get; internal set; } = true;
}
