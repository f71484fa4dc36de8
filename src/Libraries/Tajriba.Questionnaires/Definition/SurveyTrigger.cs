using System.Text.Json.Nodes;

namespace Tajriba.Questionnaires;

/// <summary>Something done when a condition becomes true.</summary>
public sealed class SurveyTrigger
{
    internal SurveyTrigger(Reader reader, TriggerKind kind)
    {
        Kind = kind;
        Condition = reader.Expression("expression");
        Name = reader.String("name");
        Operator = reader.String("operator") ?? "equal";
        Value = reader.Node("value");
        SetToName = reader.String("setToName");
        SetValue = reader.Node("setValue");
        IsVariable = reader.Bool("isVariable");
        FromName = reader.String("fromName");
        CopyDisplayValue = reader.Bool("copyDisplayValue");
        GotoName = reader.String("gotoName");
        RunExpression = reader.Expression("runExpression");
        Pages = Names(reader, "pages");
        Questions = Names(reader, "questions");
    }

    /// <summary>What is done.</summary>
    public TriggerKind Kind { get; }

    /// <summary>When.</summary>
    public Expression? Condition { get; }

    /// <summary>The value or variable that is set.</summary>
    public string? SetToName { get; }

    /// <summary>The value copied from.</summary>
    public string? FromName { get; }

    /// <summary>The question gone to.</summary>
    public string? GotoName { get; }

    /// <summary>The formula run.</summary>
    public Expression? RunExpression { get; }

    internal string? Name { get; }

    internal string Operator { get; }

    internal JsonNode? Value { get; }

    internal JsonNode? SetValue { get; }

    internal bool IsVariable { get; }

    internal bool CopyDisplayValue { get; }

    internal IReadOnlyList<string> Pages { get; }

    internal IReadOnlyList<string> Questions { get; }

    internal static IReadOnlyList<SurveyTrigger> ReadAll(Reader owner)
    {
        var triggers = new List<SurveyTrigger>();
        foreach (var reader in owner.Objects("triggers"))
        {
            if (triggers.Count == DefinitionLimits.Choices)
            {
                owner.Fault("triggers", DefinitionFaultCode.TooMany, "1000");
                break;
            }

            var type = reader.String("type") ?? "";
            type = type.EndsWith("trigger", StringComparison.Ordinal) ? type[..^7] : type;
            if (type.Length > 0 && char.IsLetter(type[0]) && Enum.TryParse<TriggerKind>(type, ignoreCase: true, out var kind))
            {
                triggers.Add(new SurveyTrigger(reader, kind));
            }
            else
            {
                reader.Fault("type", type.Length == 0 ? DefinitionFaultCode.Missing : DefinitionFaultCode.UnknownType, type.Length == 0 ? "type" : type);
            }
        }

        return triggers;
    }

    private static IReadOnlyList<string> Names(Reader reader, string member)
        => [.. reader.Node(member) is JsonArray array ? array.OfType<JsonValue>().Select(item => item.ToString()) : []];
}
