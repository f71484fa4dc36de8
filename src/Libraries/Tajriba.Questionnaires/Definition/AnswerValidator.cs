using System.Globalization;
using System.Text.RegularExpressions;

namespace Tajriba.Questionnaires;

/// <summary>A check on an answer.</summary>
public sealed class AnswerValidator
{
    private AnswerValidator(Reader reader, ValidatorKind kind)
    {
        Kind = kind;
        Text = reader.Text("text");
        IsError = reader.String("notificationType") is null or "" or "error";
        switch (kind)
        {
            case ValidatorKind.Numeric:
                Min = reader.Number("minValue");
                Max = reader.Number("maxValue");
                break;
            case ValidatorKind.Text:
                Min = reader.Number("minLength");
                Max = reader.Number("maxLength");
                AllowDigits = reader.Bool("allowDigits", true);
                break;
            case ValidatorKind.AnswerCount:
                Min = reader.Number("minCount");
                Max = reader.Number("maxCount");
                break;
            case ValidatorKind.Expression:
                Condition = reader.Expression("expression");
                break;
            case ValidatorKind.Regex:
                Pattern = Compile(reader);
                break;
        }
    }

    /// <summary>The kind of check.</summary>
    public ValidatorKind Kind { get; }

    /// <summary>What to say, if not the usual words.</summary>
    public LocalizedText? Text { get; }

    /// <summary>False where it only warns.</summary>
    public bool IsError { get; }

    /// <summary>Least number, length or count.</summary>
    public double? Min { get; }

    /// <summary>Greatest number, length or count.</summary>
    public double? Max { get; }

    /// <summary>Whether a text may hold digits.</summary>
    public bool AllowDigits { get; } = true;

    /// <summary>The condition that must hold.</summary>
    public Expression? Condition { get; }

    internal Regex? Pattern { get; }

    internal static IReadOnlyList<AnswerValidator> ReadAll(Reader owner)
    {
        var validators = new List<AnswerValidator>();
        foreach (var reader in owner.Objects("validators"))
        {
            if (validators.Count == 100)
            {
                owner.Fault("validators", DefinitionFaultCode.TooMany, "100");
                break;
            }

            var type = reader.String("type") ?? "";
            type = type.EndsWith("validator", StringComparison.Ordinal) ? type[..^9] : type;
            if (type.Length > 0 && char.IsLetter(type[0]) && Enum.TryParse<ValidatorKind>(type, ignoreCase: true, out var kind))
            {
                validators.Add(new AnswerValidator(reader, kind));
            }
            else
            {
                reader.Fault("type", type.Length == 0 ? DefinitionFaultCode.Missing : DefinitionFaultCode.UnknownType, type.Length == 0 ? "type" : type);
            }
        }

        return validators;
    }

    /// <summary>Patterns are matched in time linear in the answer: look-around and back references cannot be and are refused.</summary>
    private static Regex? Compile(Reader reader)
    {
        if (reader.String("regex") is not { Length: > 0 } pattern)
        {
            return null;
        }

        if (pattern.Length > 1_000)
        {
            reader.Fault("regex", DefinitionFaultCode.TooMany, 1_000.ToString(CultureInfo.InvariantCulture));
            return null;
        }

        try
        {
            var options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
            var caseless = reader.Bool("caseInsensitive", former: "insensitive");
            return new Regex(pattern, caseless ? options | RegexOptions.IgnoreCase : options, TimeSpan.FromSeconds(1));
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            reader.Fault("regex", DefinitionFaultCode.BadPattern, pattern);
            return null;
        }
    }
}
