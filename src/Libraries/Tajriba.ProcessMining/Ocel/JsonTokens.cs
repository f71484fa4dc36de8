using System.Text;
using System.Text.Json;

namespace Tajriba.ProcessMining.Ocel;

/// <summary>The tokens of a JSON text, one after the other, from a stream of any length in a buffer that fits the longest token.</summary>
internal sealed class JsonTokens(Stream stream, CancellationToken cancel)
{
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private bool final;
    private bool begun;
    private JsonReaderState state;
    private long lines;

    /// <summary>What the token is.</summary>
    public JsonTokenType Type { get; private set; }

    /// <summary>The text of a name, string, number, true or false.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The next token; false at the end of the text.</summary>
    public bool Next()
    {
        while (true)
        {
            try
            {
                var reader = new Utf8JsonReader(buffer.AsSpan(start, end - start), final, state);
                if (reader.Read())
                {
                    Type = reader.TokenType;
                    Text = Type switch
                    {
                        JsonTokenType.PropertyName or JsonTokenType.String => reader.GetString()!,
                        JsonTokenType.Number => Encoding.ASCII.GetString(reader.ValueSpan),
                        JsonTokenType.True => "true",
                        JsonTokenType.False => "false",
                        _ => "",
                    };
                    Advance((int)reader.BytesConsumed);
                    state = reader.CurrentState;
                    return true;
                }

                Advance((int)reader.BytesConsumed);
                state = reader.CurrentState;
            }
            catch (JsonException e)
            {
                throw new LogFormatException((e.LineNumber ?? 0) + 1, $"the JSON is malformed: {e.Message.Split(". ", 2)[0]}");
            }
            catch (InvalidOperationException)
            {
                throw new LogFormatException(lines + 1, "a string is not valid UTF-8");
            }

            if (final)
            {
                return false;
            }

            Fill();
        }
    }

    private void Advance(int consumed)
    {
        lines += buffer.AsSpan(start, consumed).Count((byte)'\n');
        start += consumed;
    }

    private void Fill()
    {
        cancel.ThrowIfCancellationRequested();
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        end -= start;
        start = 0;
        if (end == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = stream.Read(buffer, end, buffer.Length - end);
        end += read;
        final = read == 0;
        if (!begun && end >= 3)
        {
            start = buffer.AsSpan(0, 3).SequenceEqual(Encoding.UTF8.Preamble) ? 3 : 0;
            begun = true;
        }
    }
}
