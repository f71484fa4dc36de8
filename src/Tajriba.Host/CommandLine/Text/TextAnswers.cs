using System.Text.Encodings.Web;
using System.Text.Json;

namespace Tajriba.Host.CommandLine.Text;

/// <summary>Writes JSON lines.</summary>
internal sealed class TextAnswers : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly BufferedStream output;
    private readonly Utf8JsonWriter writer;

    public TextAnswers(Stream stream)
    {
        output = new BufferedStream(stream, 1 << 16);
        writer = new Utf8JsonWriter(output, Options);
    }

    public void Write(Action<Utf8JsonWriter> members)
    {
        writer.Reset(output);
        writer.WriteStartObject();
        members(writer);
        writer.WriteEndObject();
        writer.Flush();
        output.WriteByte((byte)'\n');
    }

    public void Write(TextLine line, Action<Utf8JsonWriter> members) => Write(json =>
    {
        json.WritePropertyName("id");
        line.Id.WriteTo(json);
        members(json);
    });

    public void Dispose()
    {
        writer.Dispose();
        output.Dispose();
    }
}
