using System.Text;

namespace Tajriba.ProcessMining;

/// <summary>Writes logs as IEEE 1849 XES. Reading what was written gives the same log; keys of events are not written.</summary>
public static class XesLogWriter
{
    /// <summary>Writes a log.</summary>
    /// <param name="log">The log.</param>
    /// <param name="stream">Where to; not closed.</param>
    /// <param name="gzip">Whether to compress.</param>
    public static void Write(EventLog log, Stream stream, bool gzip = false)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(stream);
        using Stream to = LogOutput.Open(stream, gzip);
        to.Write("""
            <?xml version="1.0" encoding="UTF-8"?>
            <log xes.version="1849.2016" xes.features="nested-attributes" xmlns="http://www.xes-standard.org/">
            	<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
            	<extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
            	<extension name="Lifecycle" prefix="lifecycle" uri="http://www.xes-standard.org/lifecycle.xesext"/>
            	<extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
            	<global scope="trace">
            		<string key="concept:name" value=""/>
            	</global>
            	<global scope="event">
            		<string key="concept:name" value=""/>
            		<date key="time:timestamp" value="1970-01-01T00:00:00+00:00"/>
            	</global>
            	<classifier name="Activity" keys="concept:name"/>

            """u8);
        ReadOnlySpan<int> offsets = log.CaseOffsets;
        for (int c = 0; c < log.CaseCount; c++)
        {
            to.Write("\t<trace>\n"u8);
            Attribute(to, 2, "string"u8, "concept:name", log.CaseIds.Utf8(c));
            foreach (AttributeColumn column in log.Columns)
            {
                if (column.Level == AttributeLevel.Case && column.Codes[c] >= 0)
                {
                    Attribute(to, 2, XesElements.NameOf(column.Type), column.Name[EventLogBuilder.CasePrefix.Length..], column.Values.Utf8(column.Codes[c]));
                }
            }

            for (int e = offsets[c]; e < offsets[c + 1]; e++)
            {
                Event(to, log, e);
            }

            to.Write("\t</trace>\n"u8);
        }

        to.Write("</log>\n"u8);
    }

    private static void Event(Stream to, EventLog log, int e)
    {
        to.Write("\t\t<event>\n"u8);
        Attribute(to, 3, "string"u8, "concept:name", log.Activities.Utf8(log.ActivityCodes[e]));
        Attribute(to, 3, "date"u8, "time:timestamp", Encoding.UTF8.GetBytes(LogTime.Format(log.Times[e])));
        foreach (AttributeColumn column in log.Columns)
        {
            if (column.Level == AttributeLevel.Event && column.Codes[e] >= 0)
            {
                Attribute(to, 3, XesElements.NameOf(column.Type), column.Name, column.Values.Utf8(column.Codes[e]));
            }
        }

        to.Write("\t\t</event>\n"u8);
    }

    private static void Attribute(Stream to, int depth, ReadOnlySpan<byte> type, string key, ReadOnlySpan<byte> value)
    {
        to.Write("\t\t\t"u8[..depth]);
        to.WriteByte((byte)'<');
        to.Write(type);
        to.Write(" key=\""u8);
        XmlText.Write(to, Encoding.UTF8.GetBytes(key));
        to.Write("\" value=\""u8);
        XmlText.Write(to, value);
        to.Write("\"/>\n"u8);
    }
}
