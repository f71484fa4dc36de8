using System.Text;
using System.Xml;
using Tajriba.Experience.Journeys.Instances;
using Tajriba.Kernel.Storage;
using Tajriba.ProcessMining;

namespace Tajriba.Experience.Journeys.Explore;

/// <summary>Journeys as XES (IEEE 1849), one trace per journey.</summary>
internal static class XesExport
{
    public static async Task WriteAsync(Selection selection, Stream stream, CancellationToken cancellationToken)
    {
        var settings = new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(false), CheckCharacters = false, CloseOutput = false };
        await using var writer = XmlWriter.Create(stream, settings);
        await writer.WriteStartElementAsync(null, "log", "http://www.xes-standard.org/");
        await writer.WriteAttributeStringAsync(null, "xes.version", null, "1849-2016");
        await ExtensionAsync(writer, "Concept", "concept");
        await ExtensionAsync(writer, "Time", "time");
        AttributeColumn[] columns = [.. selection.View.Log.Columns.Where(c => c.Level == AttributeLevel.Event)];
        for (var i = 0; i < selection.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await TraceAsync(writer, selection, columns, i);
        }

        await writer.WriteEndElementAsync();
    }

    private static async Task TraceAsync(XmlWriter writer, Selection selection, AttributeColumn[] columns, int index)
    {
        var view = selection.View;
        await writer.WriteStartElementAsync(null, "trace", null);
        await ValueAsync(writer, "string", "concept:name", selection.Log.KeyOf(selection.Journeys[index]));
        for (int p = view.Starts[index], end = view.Ends[index]; p < end; p++)
        {
            await writer.WriteStartElementAsync(null, "event", null);
            await ValueAsync(writer, "string", "concept:name", view.Log.Activities[view.ActivityCodes[p]]);
            await ValueAsync(writer, "date", "time:timestamp", Microseconds.ToTime(view.Times[p]).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'"));
            foreach (var column in columns)
            {
                if (column[view.EventAt(p)] is { } value)
                {
                    await ValueAsync(writer, "string", column.Name, value);
                }
            }

            await writer.WriteEndElementAsync();
        }

        await writer.WriteEndElementAsync();
    }

    private static async Task ExtensionAsync(XmlWriter writer, string name, string prefix)
    {
        await writer.WriteStartElementAsync(null, "extension", null);
        await writer.WriteAttributeStringAsync(null, "name", null, name);
        await writer.WriteAttributeStringAsync(null, "prefix", null, prefix);
        await writer.WriteAttributeStringAsync(null, "uri", null, $"http://www.xes-standard.org/{prefix}.xesext");
        await writer.WriteEndElementAsync();
    }

    private static async Task ValueAsync(XmlWriter writer, string type, string key, string value)
    {
        await writer.WriteStartElementAsync(null, type, null);
        await writer.WriteAttributeStringAsync(null, "key", null, key);
        await writer.WriteAttributeStringAsync(null, "value", null, value);
        await writer.WriteEndElementAsync();
    }
}
