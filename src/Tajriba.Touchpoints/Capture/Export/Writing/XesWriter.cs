using System.Text;
using System.Text.Json;
using System.Xml;
using Tajriba.Kernel.Log;

namespace Tajriba.Touchpoints.Capture.Export.Writing;

/// <summary>
/// XES 1.0 (IEEE 1849): the objects of one type are the traces. Only each event's place is held in memory while traces are
/// put together, 16 bytes an event.
/// </summary>
internal static class XesWriter
{
    private const int PageSize = 1_000;

    private static readonly XmlWriterSettings Settings = new() { Async = true, Encoding = new UTF8Encoding(false), CheckCharacters = false, CloseOutput = false };

    public static async Task<long> WriteAsync(Stream output, IExperienceLog log, ExportFilter filter, IAsyncEnumerable<LoggedEvent> events, CancellationToken cancellationToken)
    {
        string type = filter.ObjectType!;
        (List<string> traces, List<(int Trace, long Position)> places) = await PlacesAsync(type, events, cancellationToken);
        await using XmlWriter xml = XmlWriter.Create(output, Settings);
        await BeginAsync(xml);
        int open = -1;
        for (int from = 0; from < places.Count; from += PageSize)
        {
            long[] positions = [.. places.Skip(from).Take(PageSize).Select(p => p.Position)];
            IReadOnlyList<LoggedEvent> page = await log.GetAsync(positions, cancellationToken);
            for (int i = 0; i < page.Count; i++)
            {
                int trace = places[from + i].Trace;
                if (trace != open)
                {
                    if (open >= 0)
                    {
                        await xml.WriteEndElementAsync();
                    }

                    open = trace;
                    await xml.WriteStartElementAsync(null, "trace", null);
                    Attribute(xml, "string", "concept:name", traces[trace]);
                }

                WriteEvent(xml, page[i]);
            }

            await xml.FlushAsync();
        }

        await xml.WriteEndDocumentAsync();
        return places.Count;
    }

    /// <summary>Traces in the order of their first event, events of a trace in the order of their time.</summary>
    private static async Task<(List<string> Traces, List<(int Trace, long Position)> Places)> PlacesAsync(string type, IAsyncEnumerable<LoggedEvent> events, CancellationToken cancellationToken)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var traces = new List<string>();
        var places = new List<(int Trace, long Position, long Time)>();
        await foreach (LoggedEvent item in events.WithCancellation(cancellationToken))
        {
            foreach (string id in item.Objects.Where(o => o.Type == type).Select(o => o.Id).Distinct(StringComparer.Ordinal))
            {
                if (!numbers.TryGetValue(id, out int number))
                {
                    numbers.Add(id, number = traces.Count);
                    traces.Add(id);
                }

                places.Add((number, item.Position, item.Time.UtcTicks));
            }
        }

        places.Sort((a, b) => a.Trace != b.Trace ? a.Trace.CompareTo(b.Trace) : a.Time != b.Time ? a.Time.CompareTo(b.Time) : a.Position.CompareTo(b.Position));
        return (traces, [.. places.Select(p => (p.Trace, p.Position))]);
    }

    private static async Task BeginAsync(XmlWriter xml)
    {
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "log", null);
        await xml.WriteAttributeStringAsync(null, "xes.version", null, "1.0");
        await xml.WriteAttributeStringAsync(null, "xes.features", null, "");
        foreach ((string name, string prefix) in new[] { ("Concept", "concept"), ("Time", "time"), ("Organizational", "org") })
        {
            await xml.WriteStartElementAsync(null, "extension", null);
            await xml.WriteAttributeStringAsync(null, "name", null, name);
            await xml.WriteAttributeStringAsync(null, "prefix", null, prefix);
            await xml.WriteAttributeStringAsync(null, "uri", null, $"http://www.xes-standard.org/{prefix}.xesext");
            await xml.WriteEndElementAsync();
        }

        await xml.WriteStartElementAsync(null, "classifier", null);
        await xml.WriteAttributeStringAsync(null, "name", null, "Activity");
        await xml.WriteAttributeStringAsync(null, "keys", null, "concept:name");
        await xml.WriteEndElementAsync();
    }

    private static void WriteEvent(XmlWriter xml, LoggedEvent item)
    {
        xml.WriteStartElement("event");
        Attribute(xml, "string", "concept:name", item.Name);
        Attribute(xml, "date", "time:timestamp", FileTime.Of(item.Time));
        if (item.Objects.FirstOrDefault(o => o.Type == "employee" && o.Qualifier.Length == 0) is { Id: { } employee })
        {
            Attribute(xml, "string", "org:resource", employee);
        }

        Attribute(xml, "string", ExportNames.Id, item.Id);
        Attribute(xml, "string", ExportNames.Source, item.Source);
        Attribute(xml, "string", ExportNames.Channel, item.Channel);
        Attribute(xml, "string", ExportNames.Unit, item.Unit);
        Attribute(xml, "string", ExportNames.Objects, ObjectList.Json(item));
        if (item.Attributes is not null)
        {
            using JsonDocument json = JsonDocument.Parse(item.Attributes);
            foreach (JsonProperty attribute in json.RootElement.EnumerateObject())
            {
                Attribute(xml, attribute.Name, attribute.Value);
            }
        }

        xml.WriteEndElement();
    }

    private static void Attribute(XmlWriter xml, string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                break;
            case JsonValueKind.String:
                Attribute(xml, "string", ExportNames.Attribute(name), value.GetString());
                break;
            case JsonValueKind.Number:
                Attribute(xml, value.TryGetInt64(out _) ? "int" : "float", ExportNames.Attribute(name), value.GetRawText());
                break;
            case JsonValueKind.True or JsonValueKind.False:
                Attribute(xml, "boolean", ExportNames.Attribute(name), value.GetRawText());
                break;
            default:
                Attribute(xml, "string", ExportNames.Json(name), value.GetRawText());
                break;
        }
    }

    private static void Attribute(XmlWriter xml, string kind, string key, string? value)
    {
        if (value is null)
        {
            return;
        }

        xml.WriteStartElement(kind);
        xml.WriteAttributeString("key", Legal(key));
        xml.WriteAttributeString("value", Legal(value));
        xml.WriteEndElement();
    }

    /// <summary>XML 1.0 has no place for control characters; they become U+FFFD.</summary>
    private static string Legal(string text) =>
        text.All(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)) ? text : string.Concat(text.Select(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c) ? c : '\uFFFD'));
}
