namespace Tajriba.ProcessMining.Ocel;

/// <summary>Flattening by object type, with its deficiencies counted.</summary>
/// <remarks>Source: van der Aalst, Object-Centric Process Mining: Dealing with Divergence and Convergence in Event Data (2019).</remarks>
internal static class OcelFlattening
{
    public static FlattenedLog Flatten(ObjectCentricLog log, string objectType)
    {
        if (!log.ObjectTypes.Any(type => type.Name == objectType))
        {
            throw new ArgumentException($"The log has no object type '{objectType}'; it has {string.Join(", ", log.ObjectTypes.Select(t => $"'{t.Name}'"))}.", nameof(objectType));
        }

        var builder = new EventLogBuilder();
        var otherObjects = new Dictionary<(string Case, string Activity), string>();
        var diverging = new HashSet<(string Case, string Activity)>();
        var cases = new HashSet<string>(StringComparer.Ordinal);
        long lost = 0, converging = 0, copies = 0;
        foreach (var e in log.EventsByTime())
        {
            var own = e.Relations.Where(r => log.Object(r.ObjectId)!.Type == objectType).Select(r => r.ObjectId).Distinct(StringComparer.Ordinal).ToArray();
            lost += own.Length == 0 ? 1 : 0;
            converging += own.Length > 1 ? 1 : 0;
            copies += Math.Max(0, own.Length - 1);
            var others = string.Join('\u001F', e.Relations.Select(r => r.ObjectId).Where(id => log.Object(id)!.Type != objectType).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
            foreach (var id in own)
            {
                cases.Add(id);
                if (!otherObjects.TryAdd((id, e.Type), others) && otherObjects[(id, e.Type)] != others)
                {
                    diverging.Add((id, e.Type));
                }

                builder.Add(id, e.Type, OcelTime.Microseconds(e.Time));
                foreach (var attribute in e.Attributes)
                {
                    var column = builder.Column(attribute.Name, AttributeLevel.Event, Of(attribute.Value.Type));
                    builder.SetEvent(column, builder.Value(column, attribute.Value.ToString()));
                }
            }
        }

        foreach (var item in log.Objects.Where(item => cases.Contains(item.Id)))
        {
            foreach (var name in item.Attributes.Select(attribute => attribute.Name).Distinct(StringComparer.Ordinal))
            {
                builder.SetCase(item.Id, name, item.At(name, DateTimeOffset.MaxValue)!.Value.ToString());
            }
        }

        return new FlattenedLog(builder.Build(), lost, converging, copies, diverging.Count);
    }

    private static AttributeType Of(OcelValueType type) => type switch
    {
        OcelValueType.Time => AttributeType.Time,
        OcelValueType.Integer => AttributeType.Integer,
        OcelValueType.Float => AttributeType.Real,
        OcelValueType.Boolean => AttributeType.Boolean,
        _ => AttributeType.Text,
    };
}
