using System.Text;
using System.Text.Json;
using Tajriba.Touchpoints.Capture.Import.Problems;

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
        window = new ContentWindow(content, ImportFault.ElementTooLong);
        window.Fill(0);
        if (window.Unread.StartsWith(Encoding.UTF8.Preamble))
        {
            window.Consume(3);
        }

        Token(out JsonTokenType type, out _);
        if (type != JsonTokenType.StartObject)
        {
            throw new ImportFileException(ImportFault.OcelNoObject);
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
                return type == JsonTokenType.StartArray ? true : throw new ImportFileException(ImportFault.OcelNoArray, member);
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

    private static ImportFileException Broken(JsonException e) => new(e, ImportFault.JsonBroken, (e.LineNumber ?? 0) + 1, e.Message.Split('.')[0]);

    private void More()
    {
        if (window.AtEnd)
        {
            throw new ImportFileException(ImportFault.JsonCut);
        }

        window.Fill(elements);
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

    /// <summary>Passes over one value, a window at a time.</summary>
    private void Skip()
    {
        int depth = 0;
        while (true)
        {
            var reader = new Utf8JsonReader(window.Unread, window.AtEnd, state);
            try
            {
                while (reader.Read())
                {
                    depth += reader.TokenType switch
                    {
                        JsonTokenType.StartArray or JsonTokenType.StartObject => 1,
                        JsonTokenType.EndArray or JsonTokenType.EndObject => -1,
                        _ => 0,
                    };
                    if (depth == 0)
                    {
                        Advance(ref reader);
                        return;
                    }
                }
            }
            catch (JsonException e)
            {
                throw Broken(e);
            }

            Advance(ref reader);
            More();
        }
    }

    private void Advance(ref Utf8JsonReader reader)
    {
        state = reader.CurrentState;
        window.Consume((int)reader.BytesConsumed);
    }
}
