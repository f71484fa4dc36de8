using System.Text;
using System.Text.Unicode;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Log;

/// <summary>What an event must satisfy to enter the log. Rooms check earlier and explain better; this is the last gate.</summary>
internal static class EventRules
{
    public const int MaxObjects = 1000;

    /// <summary>Bytes of an event's id as UTF-8, of at most 100 characters.</summary>
    public const int MaxIdBytes = 400;

    /// <summary>Bytes of an object's id as UTF-8, of at most 200 characters.</summary>
    public const int MaxObjectIdBytes = 800;

    public static void Check(NewEvent item)
    {
        Texts(item.Source, item.Id, item.Name, item.Channel, item.Unit);
        Objects(item.Objects);
        if (item.Attributes is not null)
        {
            Attributes(item.Attributes);
        }
    }

    public static void Check(LiveEvent item)
    {
        Texts(item.Source, item.Id, item.Name, item.Channel, item.Unit);
        Objects(item.Objects);
        if (item.Time is < Microseconds.Min or > Microseconds.Max)
        {
            throw new ArgumentException("Time: outside the years 1 to 9999.", nameof(LiveEvent.Time));
        }
    }

    public static void Text(string? value, string field, int maxLength)
    {
        if (string.IsNullOrEmpty(value) || value.Length > maxLength)
        {
            throw new ArgumentException($"{field}: must have 1 to {maxLength} characters.", field);
        }

        // One look over nearly every text, instead of two.
        if (value.AsSpan().ContainsAnyExceptInRange('\u0001', '\uD7FF'))
        {
            if (value.Contains('\0', StringComparison.Ordinal))
            {
                throw new ArgumentException($"{field}: must not hold a NUL character.", field);
            }

            WellFormed(value, field);
        }
    }

    public static void Utf8Id(ReadOnlySpan<byte> id)
    {
        if (id.IsEmpty || id.Length > MaxObjectIdBytes || id.Contains((byte)0) || !Utf8.IsValid(id))
        {
            throw new ArgumentException("Objects.Id: must be valid UTF-8 of 1 to 800 bytes without NUL.", nameof(id));
        }
    }

    private static void Texts(string source, string id, string name, string? channel, string? unit)
    {
        Text(source, nameof(NewEvent.Source), 100);
        Text(id, nameof(NewEvent.Id), 100);
        Text(name, nameof(NewEvent.Name), 200);
        OptionalText(channel, nameof(NewEvent.Channel), 100);
        OptionalText(unit, nameof(NewEvent.Unit), 100);
    }

    private static void Objects(IReadOnlyList<ObjectRef> objects)
    {
        if (objects is not { Count: >= 1 and <= MaxObjects })
        {
            throw new ArgumentException($"Objects: an event concerns 1 to {MaxObjects} objects.", nameof(NewEvent.Objects));
        }

        for (var i = 0; i < objects.Count; i++)
        {
            var reference = objects[i];
            Text(reference.Type, "Objects.Type", 100);
            Text(reference.Id, "Objects.Id", 200);
            if (reference.Qualifier is { Length: > 0 })
            {
                Text(reference.Qualifier, "Objects.Qualifier", 100);
            }
        }
    }

    private static void OptionalText(string? value, string field, int maxLength)
    {
        if (value is not null)
        {
            Text(value, field, maxLength);
        }
    }

    private static void WellFormed(string value, string field)
    {
        for (var i = value.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < value.Length; i++)
        {
            if (!char.IsSurrogate(value[i]))
            {
                continue;
            }

            if (!char.IsHighSurrogate(value[i]) || i + 1 == value.Length || !char.IsLowSurrogate(value[i + 1]))
            {
                throw new ArgumentException($"{field}: holds half a surrogate pair.", field);
            }

            i++;
        }
    }

    private static void Attributes(string json)
    {
        const string Field = nameof(NewEvent.Attributes);
        WellFormed(json, Field);
        if (EventAttributes.Fault(Encoding.UTF8.GetBytes(json)) is { } fault)
        {
            throw new ArgumentException($"{Field}: {fault}.", Field);
        }
    }
}
