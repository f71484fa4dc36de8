using System.Text.Json;

namespace Tajriba.ProcessMining.Ocel;

/// <summary>Reads the members of an OCEL 2.0 document in whatever order they come; values are typed at the end, when the types are known.</summary>
internal sealed class OcelJsonReader(JsonTokens tokens)
{
    private readonly List<OcelType> eventTypes = [];
    private readonly List<OcelType> objectTypes = [];
    private readonly List<RawItem> events = [];
    private readonly List<RawItem> objects = [];

    public ObjectCentricLog Read()
    {
        if (!tokens.Next() || tokens.Type != JsonTokenType.StartObject)
        {
            throw new LogFormatException("an OCEL document must be a JSON object");
        }

        Members("the document", name =>
        {
            switch (name)
            {
                case "eventTypes":
                    Items(name, place => eventTypes.Add(Type(place)));
                    break;
                case "objectTypes":
                    Items(name, place => objectTypes.Add(Type(place)));
                    break;
                case "events":
                    Items(name, place => events.Add(Item(place)));
                    break;
                case "objects":
                    Items(name, place => objects.Add(Item(place)));
                    break;
                default:
                    Pass();
                    break;
            }
        });
        if (tokens.Next())
        {
            throw new LogFormatException("something follows the document");
        }

        var (ofEvent, ofObject) = (Declared(eventTypes), Declared(objectTypes));
        return new ObjectCentricLog(
            eventTypes,
            objectTypes,
            [.. events.Select((item, i) => Event(item, Where("events", i, item), ofEvent))],
            [.. objects.Select((item, i) => Object(item, Where("objects", i, item), ofObject))]);
    }

    private static Func<string> Where(string list, int index, RawItem item) => () => OcelValidation.Place(list, index, item.Id);

    private static Dictionary<(string Type, string Attribute), OcelValueType> Declared(List<OcelType> types)
    {
        var declared = new Dictionary<(string, string), OcelValueType>();
        foreach (var type in types)
        {
            foreach (var attribute in type.Attributes)
            {
                declared.TryAdd((type.Name, attribute.Name), attribute.Type);
            }
        }

        return declared;
    }

    private static OcelEvent Event(RawItem item, Func<string> place, Dictionary<(string, string), OcelValueType> declared) => new(
        item.Id,
        item.Type,
        Time(item.Time ?? throw new LogFormatException($"{place()}: the member 'time' is missing"), place),
        [.. item.Attributes.Select(a => new OcelAttribute(a.Name, Value(item, a, place, declared)))],
        [.. item.Relations.Distinct()]);

    private static OcelObject Object(RawItem item, Func<string> place, Dictionary<(string, string), OcelValueType> declared) => new(
        item.Id,
        item.Type,
        [.. item.Attributes.Select(a => new OcelObjectAttribute(a.Name, a.Time is null ? OcelTime.Initial : Time(a.Time, place), Value(item, a, place, declared)))],
        [.. item.Relations.Distinct()]);

    private static DateTimeOffset Time(string text, Func<string> place) =>
        OcelTime.TryParse(text, out var time) ? time : throw new LogFormatException($"{place()}: '{text}' is no ISO 8601 time");

    private static OcelValue Value(RawItem item, RawAttribute attribute, Func<string> place, Dictionary<(string, string), OcelValueType> declared)
    {
        if (!declared.TryGetValue((item.Type, attribute.Name), out var type))
        {
            throw new LogFormatException($"{place()}: the attribute '{attribute.Name}' is not declared for the type '{item.Type}'");
        }

        return OcelValue.TryParse(attribute.Value, type, out var value)
            ? value
            : throw new LogFormatException($"{place()}: the attribute '{attribute.Name}' holds '{attribute.Value}', which is no {OcelTypeNames.Of(type)}");
    }

    private OcelType Type(string place)
    {
        string? name = null;
        var attributes = new List<OcelAttributeDefinition>();
        Members(place, member =>
        {
            switch (member)
            {
                case "name":
                    name = Text(place, member);
                    break;
                case "attributes":
                    Items($"{place}.attributes", inner => attributes.Add(Definition(inner)));
                    break;
                default:
                    Pass();
                    break;
            }
        });
        return new OcelType(name ?? throw Missing(place, "name"), attributes);
    }

    private OcelAttributeDefinition Definition(string place)
    {
        string? name = null, type = null;
        Members(place, member =>
        {
            switch (member)
            {
                case "name":
                    name = Text(place, member);
                    break;
                case "type":
                    type = Text(place, member);
                    break;
                default:
                    Pass();
                    break;
            }
        });
        type ??= "string";
        return new OcelAttributeDefinition(
            name ?? throw Missing(place, "name"),
            OcelTypeNames.Parse(type) ?? throw new LogFormatException($"{place}: '{type}' is no attribute type (string, time, integer, float, boolean)"));
    }

    private RawItem Item(string place)
    {
        string? id = null, type = null, time = null;
        var attributes = new List<RawAttribute>();
        var relations = new List<OcelRelation>();
        Members(place, member =>
        {
            switch (member)
            {
                case "id":
                    id = Text(place, member);
                    break;
                case "type":
                    type = Text(place, member);
                    break;
                case "time":
                    time = Text(place, member);
                    break;
                case "attributes":
                    Items($"{place}.attributes", inner => Attribute(inner, attributes));
                    break;
                case "relationships":
                    Items($"{place}.relationships", inner => relations.Add(Relation(inner)));
                    break;
                default:
                    Pass();
                    break;
            }
        });
        return new RawItem(id ?? throw Missing(place, "id"), type ?? throw Missing(place, "type"), time, attributes, relations);
    }

    private void Attribute(string place, List<RawAttribute> attributes)
    {
        string? name = null, time = null, value = null;
        Members(place, member =>
        {
            switch (member)
            {
                case "name":
                    name = Text(place, member);
                    break;
                case "time":
                    time = Text(place, member);
                    break;
                case "value":
                    value = Scalar(place);
                    break;
                default:
                    Pass();
                    break;
            }
        });
        if (value is not null)
        {
            attributes.Add(new RawAttribute(name ?? throw Missing(place, "name"), time, value));
        }
    }

    private OcelRelation Relation(string place)
    {
        string? id = null, qualifier = null;
        Members(place, member =>
        {
            switch (member)
            {
                case "objectId":
                    id = Text(place, member);
                    break;
                case "qualifier":
                    qualifier = Scalar(place);
                    break;
                default:
                    Pass();
                    break;
            }
        });
        return new OcelRelation(id ?? throw Missing(place, "objectId"), qualifier ?? "");
    }

    private void Items(string place, Action<string> read)
    {
        tokens.Next();
        if (tokens.Type != JsonTokenType.StartArray)
        {
            throw new LogFormatException($"{place} must be a list");
        }

        for (var i = 0; tokens.Next() && tokens.Type != JsonTokenType.EndArray; i++)
        {
            if (tokens.Type != JsonTokenType.StartObject)
            {
                throw new LogFormatException($"{place}[{i}] must be an object");
            }

            read($"{place}[{i}]");
        }
    }

    private void Members(string place, Action<string> read)
    {
        while (true)
        {
            if (!tokens.Next())
            {
                throw new LogFormatException($"{place} has no end");
            }

            if (tokens.Type == JsonTokenType.EndObject)
            {
                return;
            }

            read(tokens.Text);
        }
    }

    private string Text(string place, string member)
    {
        tokens.Next();
        return tokens.Type == JsonTokenType.String ? tokens.Text : throw new LogFormatException($"{place}: the member '{member}' must be a string");
    }

    private string? Scalar(string place)
    {
        tokens.Next();
        return tokens.Type switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.StartObject or JsonTokenType.StartArray => throw new LogFormatException($"{place}: a value must be a string, a number, true or false"),
            _ => tokens.Text,
        };
    }

    private void Pass()
    {
        var depth = 0;
        do
        {
            tokens.Next();
            depth += tokens.Type is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1 : 0;
            depth -= tokens.Type is JsonTokenType.EndObject or JsonTokenType.EndArray ? 1 : 0;
        }
        while (depth > 0);
    }

    private static LogFormatException Missing(string place, string member) => new($"{place}: the member '{member}' is missing");

    private sealed record RawItem(string Id, string Type, string? Time, List<RawAttribute> Attributes, List<OcelRelation> Relations);

    private readonly record struct RawAttribute(string Name, string? Time, string Value);
}
