using System.Text;

namespace Tajriba.TextAnalysis;

/// <summary>Reads examples from comma-separated text with quotes (RFC 4180) and a header that names at least <c>text</c> and <c>label</c>.</summary>
public static class ExampleFile
{
    /// <summary>The examples in the order of the file; <c>lang</c> and <c>source</c> are empty where there are no such columns.</summary>
    /// <exception cref="FormatException">The header lacks a column, or a record has too few fields; the message names the record.</exception>
    public static IEnumerable<Example> Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return Rows(reader);
    }

    private static IEnumerable<Example> Rows(TextReader reader)
    {
        List<string> header = Record(reader) ?? throw new FormatException("The file is empty.");
        int text = header.IndexOf("text");
        int label = header.IndexOf("label");
        int source = header.IndexOf("source");
        int language = header.IndexOf("lang");
        if (text < 0 || label < 0)
        {
            throw new FormatException("The header must name the columns text and label.");
        }

        int number = 1;
        while (Record(reader) is { } record)
        {
            number++;
            if (record.Count < header.Count)
            {
                throw new FormatException($"Record {number} has {record.Count} fields, not {header.Count}.");
            }

            yield return new Example(record[text], record[label], source < 0 ? "" : record[source], language < 0 ? "" : record[language]);
        }
    }

    private static List<string>? Record(TextReader reader)
    {
        if (reader.Peek() < 0)
        {
            return null;
        }

        var fields = new List<string>();
        var field = new StringBuilder();
        bool quoted = false;
        while (reader.Read() is var c && c >= 0 && (quoted || c != '\n'))
        {
            if (c == '"' && quoted && reader.Peek() == '"')
            {
                field.Append((char)reader.Read());
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else if (c != '\r' || quoted)
            {
                field.Append((char)c);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }
}
