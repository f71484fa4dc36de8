using System.Text;
using System.Text.Json;

namespace Tajriba.Touchpoints.Capture.Import.Reading;

/// <summary>Goes through the elements of the arrays that are members of one big JSON object, holding one element in memory.</summary>
internal sealed class JsonElements : IDisposable
{
    private readonly ContentWindow window;
    private JsonReaderState state;
    private int elementLength;
    private long elements;

    public JsonElements(Stream content)
    {
        window = new ContentWindow(content);
        window.Fill(Where);
        if (window.Unread.StartsWith(Encoding.UTF8.Preamble))
        {
            window.Consume(3);
        }

        Token(out JsonTokenType type, out _);
        if (type != JsonTokenType.StartObject)
        {
            throw new ImportFileException("line 1: OCEL 2.0 begins with a JSON object");
        }
    }

    public ReadOnlySpan<byte> Element => window.Unread[..elementLength];

    /// <summary>Goes to the member of a name; members before it are passed over. False where there is none.</summary>
    public bool Find(string member)
    {
        while (Token(out JsonTokenType type, out string? name) && type == JsonTokenType.PropertyName)
        {
            if (name == member)
            {
                Token(out type, out _);
                return type == JsonTokenType.StartArray ? true : throw new ImportFileException($"OCEL: \"{member}\" is no array");
            }

            Skip();
        }

        return false;
    }

    /// <summary>Goes to the next element of the array; false at its end.</summary>
    public bool Next()
    {
        window.Consume(elementLength);
        elementLength = 0;
        while (true)
        {
            var reader = new Utf8JsonReader(window.Unread, window.AtEnd, state);
            try
            {
                if (reader.Read())
                {
                    if (reader.TokenType == JsonTokenType.EndArray)
                    {
                        Advance(ref reader);
                        return false;
                    }

                    int start = (int)reader.TokenStartIndex;
                    if (reader.TrySkip())
                    {
                        int end = (int)reader.BytesConsumed;
                        state = reader.CurrentState;
                        window.Consume(start);
                        elementLength = end - start;
                        elements++;
                        return true;
                    }
                }
            }
            catch (JsonException e)
            {
                throw Broken(e);
            }

            More();
        }
    }

    public void Dispose() => window.Dispose();

    private string Where() => $"after element {elements}";

    private static ImportFileException Broken(JsonException e) => new($"line {e.LineNumber + 1}: the JSON is broken: {e.Message.Split('.')[0]}", e);

    private void More()
    {
        if (window.AtEnd)
        {
            throw new ImportFileException("the JSON ends in the middle");
        }

        window.Fill(Where);
    }

    private bool Token(out JsonTokenType type, out string? name)
    {
        while (true)
        {
            var reader = new Utf8JsonReader(window.Unread, window.AtEnd, state);
            try
            {
                if (reader.Read())
                {
                    type = reader.TokenType;
                    name = type == JsonTokenType.PropertyName ? reader.GetString() : null;
                    Advance(ref reader);
                    return true;
                }
            }
            catch (JsonException e)
            {
                throw Broken(e);
            }

            More();
        }
    }

    private void Skip()
    {
        int depth = 0;
        do
        {
            Token(out JsonTokenType type, out _);
            depth += type switch
            {
                JsonTokenType.StartArray or JsonTokenType.StartObject => 1,
                JsonTokenType.EndArray or JsonTokenType.EndObject => -1,
                _ => 0,
            };
        }
        while (depth > 0);
    }

    private void Advance(ref Utf8JsonReader reader)
    {
        state = reader.CurrentState;
        window.Consume((int)reader.BytesConsumed);
    }
}
