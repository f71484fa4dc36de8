namespace Tajriba.Questionnaires;

/// <summary>A value computed from other answers, kept as an answer.</summary>
public sealed class ExpressionQuestion : Question
{
    internal ExpressionQuestion(Reader reader)
        : base(reader, ElementKind.Expression)
    {
        Formula = reader.Expression("expression");
        Format = reader.Text("format");
        DisplayStyle = reader.String("displayStyle") is { Length: > 0 } style ? style : "none";
        Currency = reader.String("currency") is { Length: > 0 } currency ? currency : "USD";
        Precision = reader.Integer("precision", -1, -1, 15);
        MinimumFractionDigits = reader.Integer("minimumFractionDigits", -1, -1, 20);
        MaximumFractionDigits = reader.Integer("maximumFractionDigits", -1, -1, 20);
        UseGrouping = reader.Bool("useGrouping", true);
    }

    /// <summary>The formula.</summary>
    public Expression? Formula { get; }

    /// <summary>Text around the value, <c>{0}</c> standing for it.</summary>
    public LocalizedText? Format { get; }

    /// <summary>none, decimal, currency, percent or date.</summary>
    public string DisplayStyle { get; }

    /// <summary>Code of the currency, where the style is one.</summary>
    public string Currency { get; }

    /// <summary>Decimals the value is rounded to; −1 not at all.</summary>
    public int Precision { get; }

    /// <summary>Least decimals shown; −1 as usual.</summary>
    public int MinimumFractionDigits { get; }

    /// <summary>Most decimals shown; −1 as usual.</summary>
    public int MaximumFractionDigits { get; }

    /// <summary>Whether thousands are separated.</summary>
    public bool UseGrouping { get; }
}
