using System.Text.Encodings.Web;
using System.Text.Json;
using Tajriba.Kernel.Log;
using Tajriba.Touchpoints.Capture.Catalogue;

namespace Tajriba.Demo.Live;

/// <summary>Events of the story in the words of CloudEvents; what they concern stands in the data, where the catalogue's rules find it.</summary>
public static class StoryMessage
{
    private const string Customer = "customer";
    private const string Handler = "handler";
    private static readonly string[] Named = ["lead", "application", "order", "vehicle", "visit", "complaint", "session", "employee", "request", "unit", "survey"];
    private static readonly JsonWriterOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The rules by which the product finds the objects again.</summary>
    public static IReadOnlyList<ObjectRule> Rules { get; } = [.. Named.Select(type => new ObjectRule(type + "_id", type)), new ObjectRule("handler_id", "employee")];

    /// <summary>A batch of them.</summary>
    public static byte[] Batch(IEnumerable<NewEvent> events)
    {
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text, AsWritten))
        {
            writer.WriteStartArray();
            foreach (NewEvent item in events)
            {
                Write(writer, item);
            }

            writer.WriteEndArray();
        }

        return text.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, NewEvent item)
    {
        writer.WriteStartObject();
        writer.WriteString("specversion", "1.0");
        writer.WriteString("id", item.Id);
        writer.WriteString("source", item.Source);
        writer.WriteString("type", item.Name);
        writer.WriteString("time", item.Time);
        Extension(writer, "customerid", item.Objects.Where(o => o.Type == Customer).Select(o => o.Id).FirstOrDefault());
        Extension(writer, "channel", item.Channel);
        Extension(writer, "unit", item.Unit);
        writer.WriteStartObject("data");
        if (item.Attributes is not null)
        {
            using JsonDocument attributes = JsonDocument.Parse(item.Attributes);
            foreach (JsonProperty member in attributes.RootElement.EnumerateObject())
            {
                member.WriteTo(writer);
            }
        }

        foreach (ObjectRef one in item.Objects.Where(o => o.Type != Customer).DistinctBy(NameOf))
        {
            writer.WriteString(NameOf(one), one.Id);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Extension(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static string NameOf(ObjectRef one) => (one.Qualifier == Handler ? Handler : one.Type) + "_id";
}
