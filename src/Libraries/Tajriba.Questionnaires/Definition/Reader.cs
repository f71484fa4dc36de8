using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tajriba.Questionnaires;

/// <summary>One object of a definition being read, with its place and where faults go.</summary>
internal sealed class Reader(JsonObject json, string path, Reading reading)
{
    public JsonObject Json => json;

    public string Path => path;

    public Reading Reading => reading;

    public string At(string member) => $"{path}.{member}";

    public void Fault(string member, DefinitionFaultCode code, params string[] arguments)
        => reading.Add(member.Length == 0 ? path : At(member), code, arguments);

    /// <summary>The same place with some members only, so that those of the whole are not taken for those of a page.</summary>
    public Reader Only(params string[] members)
    {
        var part = new JsonObject();
        foreach (var member in members)
        {
            if (json.TryGetPropertyValue(member, out var node))
            {
                part[member] = node?.DeepClone();
            }
        }

        return new Reader(part, path, reading);
    }

    public JsonNode? Node(string member) => json.TryGetPropertyValue(member, out var node) ? node : null;

    public bool Has(string member) => json.ContainsKey(member);

    public string? String(string member)
    {
        switch (Node(member))
        {
            case null:
                return null;
            case JsonValue value when value.GetValueKind() is JsonValueKind.String or JsonValueKind.Number:
                return value.ToString();
            default:
                Fault(member, DefinitionFaultCode.WrongType, "text");
                return null;
        }
    }

    public string Name(string member = "name")
    {
        var name = String(member);
        if (string.IsNullOrWhiteSpace(name))
        {
            Fault(member, DefinitionFaultCode.Missing, member);
            return "";
        }

        return name;
    }

    public LocalizedText? Text(string member, string? former = null)
    {
        var used = former is not null && !Has(member) ? former : member;
        switch (Node(used))
        {
            case null:
                return null;
            case JsonObject or JsonValue:
                var text = LocalizedText.From(Node(used))!;
                reading.Locales.UnionWith(text.Locales);
                if (text.Longest > DefinitionLimits.TextLength)
                {
                    Fault(used, DefinitionFaultCode.TooMany, DefinitionLimits.TextLength.ToString(CultureInfo.InvariantCulture));
                }

                return text;
            default:
                Fault(used, DefinitionFaultCode.WrongType, "text");
                return null;
        }
    }

    public bool Bool(string member, bool otherwise = false, string? former = null)
    {
        var used = former is not null && !Has(member) ? former : member;
        switch (Node(used))
        {
            case null:
                return otherwise;
            case JsonValue value when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False:
                return value.GetValueKind() == JsonValueKind.True;
            case JsonValue value when value.ToString() is "true" or "false":
                return value.ToString() == "true";
            default:
                Fault(used, DefinitionFaultCode.WrongType, "boolean");
                return otherwise;
        }
    }

    public double? Number(string member)
    {
        switch (Node(member))
        {
            case null:
                return null;
            case JsonValue value when value.GetValueKind() is JsonValueKind.Number or JsonValueKind.String
                && double.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && double.IsFinite(number):
                return number;
            default:
                Fault(member, DefinitionFaultCode.WrongType, "number");
                return null;
        }
    }

    public int Integer(string member, int otherwise, int least = 0, int most = int.MaxValue)
    {
        if (Number(member) is not { } number)
        {
            return otherwise;
        }

        if (number < least || number > most)
        {
            Fault(
                member,
                DefinitionFaultCode.OutOfRange,
                number.ToString(CultureInfo.InvariantCulture),
                least.ToString(CultureInfo.InvariantCulture),
                most.ToString(CultureInfo.InvariantCulture));
            return otherwise;
        }

        return (int)number;
    }

    /// <summary>A word of a closed list, compared as SurveyJS does after lower-casing nothing.</summary>
    public T Word<T>(string member, T otherwise)
        where T : struct, Enum
        => Word<T>(member) ?? otherwise;

    public T? Word<T>(string member)
        where T : struct, Enum
    {
        var word = String(member);
        if (string.IsNullOrEmpty(word))
        {
            return null;
        }

        if (!char.IsLetter(word[0]) || !Enum.TryParse<T>(word, ignoreCase: true, out var value))
        {
            Fault(member, DefinitionFaultCode.UnknownValue, word);
            return null;
        }

        return value;
    }

    public Expression? Expression(string member)
        => String(member) is { } text && !string.IsNullOrWhiteSpace(text) ? reading.Expression(text, At(member)) : null;

    /// <summary>The objects of an array member; what is none is a fault.</summary>
    public IEnumerable<Reader> Objects(string member, string? former = null)
    {
        var used = former is not null && !Has(member) ? former : member;
        foreach (var (node, at) in Items(used))
        {
            if (node is JsonObject item)
            {
                yield return new Reader(item, at, reading);
            }
            else
            {
                reading.Add(at, DefinitionFaultCode.WrongType, "object");
            }
        }
    }

    public IEnumerable<(JsonNode? Node, string At)> Items(string member)
    {
        switch (Node(member))
        {
            case null:
                yield break;
            case JsonArray array:
                for (var i = 0; i < array.Count; i++)
                {
                    yield return (array[i], $"{At(member)}[{i.ToString(CultureInfo.InvariantCulture)}]");
                }

                yield break;
            default:
                Fault(member, DefinitionFaultCode.WrongType, "array");
                yield break;
        }
    }
}
