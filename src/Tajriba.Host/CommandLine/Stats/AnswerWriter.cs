using System.Collections;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Tajriba.Host.CommandLine.Stats;

/// <summary>Writes an answer as JSON: numbers in full precision, null where a value is not defined for the input.</summary>
internal static class AnswerWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(object answer)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            Write(writer, answer);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case double number when double.IsFinite(number):
                writer.WriteNumberValue(number == 0 ? 0 : number);
                break;
            case double:
                writer.WriteNullValue();
                break;
            case int whole:
                writer.WriteNumberValue(whole);
                break;
            case long whole:
                writer.WriteNumberValue(whole);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case Answer answer:
                writer.WriteStartObject();
                foreach ((string name, object? member) in answer)
                {
                    writer.WritePropertyName(name);
                    Write(writer, member);
                }

                writer.WriteEndObject();
                break;
            case IEnumerable list:
                writer.WriteStartArray();
                foreach (object? item in list)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                throw new NotSupportedException($"An answer cannot hold a {value.GetType().Name}.");
        }
    }
}
