namespace Tajriba.ProcessMining.Ocel;

/// <summary>What makes an object-centric log consistent.</summary>
internal static class OcelValidation
{
    public static Dictionary<string, OcelObject> Check(ObjectCentricLog log)
    {
        var eventTypes = Types(log.EventTypes, "eventTypes");
        var objectTypes = Types(log.ObjectTypes, "objectTypes");
        var objects = new Dictionary<string, OcelObject>(log.Objects.Count, StringComparer.Ordinal);
        for (var i = 0; i < log.Objects.Count; i++)
        {
            if (!objects.TryAdd(log.Objects[i].Id, log.Objects[i]))
            {
                throw new LogFormatException($"{Place("objects", i, log.Objects[i].Id)}: the id occurs twice");
            }
        }

        for (var i = 0; i < log.Objects.Count; i++)
        {
            CheckObject(log.Objects[i], i, objectTypes, objects);
        }

        var events = new HashSet<string>(log.Events.Count, StringComparer.Ordinal);
        for (var i = 0; i < log.Events.Count; i++)
        {
            if (!events.Add(log.Events[i].Id))
            {
                throw new LogFormatException($"{Place("events", i, log.Events[i].Id)}: the id occurs twice");
            }

            CheckEvent(log.Events[i], i, eventTypes, objects);
        }

        return objects;
    }

    public static string Place(string list, int index, string id) => $"{list}[{index}] ('{id}')";

    private static Dictionary<string, Dictionary<string, OcelValueType>> Types(IReadOnlyList<OcelType> types, string list)
    {
        var known = new Dictionary<string, Dictionary<string, OcelValueType>>(StringComparer.Ordinal);
        for (var i = 0; i < types.Count; i++)
        {
            var attributes = new Dictionary<string, OcelValueType>(StringComparer.Ordinal);
            foreach (var attribute in types[i].Attributes)
            {
                if (!attributes.TryAdd(attribute.Name, attribute.Type))
                {
                    throw new LogFormatException($"{Place(list, i, types[i].Name)}: the attribute '{attribute.Name}' is declared twice");
                }
            }

            if (!known.TryAdd(types[i].Name, attributes))
            {
                throw new LogFormatException($"{Place(list, i, types[i].Name)}: the type is declared twice");
            }
        }

        return known;
    }

    private static void CheckObject(
        OcelObject item, int index, Dictionary<string, Dictionary<string, OcelValueType>> types, Dictionary<string, OcelObject> objects)
    {
        string Here() => Place("objects", index, item.Id);
        if (!types.TryGetValue(item.Type, out var declared))
        {
            throw new LogFormatException($"{Here()}: the object type '{item.Type}' is not declared");
        }

        var seen = new HashSet<(string, DateTimeOffset)>();
        foreach (var attribute in item.Attributes)
        {
            CheckValue(attribute.Name, attribute.Value, declared, Here);
            if (!seen.Add((attribute.Name, attribute.Time)))
            {
                throw new LogFormatException($"{Here()}: the attribute '{attribute.Name}' has two values at {OcelTime.Format(attribute.Time)}");
            }
        }

        CheckRelations(item.Relations, objects, Here);
    }

    private static void CheckEvent(
        OcelEvent item, int index, Dictionary<string, Dictionary<string, OcelValueType>> types, Dictionary<string, OcelObject> objects)
    {
        string Here() => Place("events", index, item.Id);
        if (!types.TryGetValue(item.Type, out var declared))
        {
            throw new LogFormatException($"{Here()}: the event type '{item.Type}' is not declared");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var attribute in item.Attributes)
        {
            CheckValue(attribute.Name, attribute.Value, declared, Here);
            if (!seen.Add(attribute.Name))
            {
                throw new LogFormatException($"{Here()}: the attribute '{attribute.Name}' has two values");
            }
        }

        CheckRelations(item.Relations, objects, Here);
    }

    private static void CheckValue(string name, OcelValue value, Dictionary<string, OcelValueType> declared, Func<string> here)
    {
        if (!declared.TryGetValue(name, out var type))
        {
            throw new LogFormatException($"{here()}: the attribute '{name}' is not declared for its type");
        }

        if (value.Type != type)
        {
            throw new LogFormatException($"{here()}: the attribute '{name}' is declared as {type} and holds a {value.Type}");
        }
    }

    private static void CheckRelations(IReadOnlyList<OcelRelation> relations, Dictionary<string, OcelObject> objects, Func<string> here)
    {
        var seen = new HashSet<OcelRelation>();
        foreach (var relation in relations)
        {
            if (!objects.ContainsKey(relation.ObjectId))
            {
                throw new LogFormatException($"{here()}: the related object '{relation.ObjectId}' does not exist");
            }

            if (!seen.Add(relation))
            {
                throw new LogFormatException($"{here()}: the relation to '{relation.ObjectId}' as '{relation.Qualifier}' occurs twice");
            }
        }
    }
}
