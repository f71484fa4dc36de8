using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Tajriba.Experience.Indicators.Observe;

/// <summary>
/// Reads the attributes that some definitions ask for, in one pass over the JSON. A member's own name may hold dots
/// (<c>csi.speed</c>). Of a client's message only what it says counts (Segment's properties, the data of a CloudEvent).
/// </summary>
internal sealed class AttributeSlots(Texts texts)
{
    private readonly List<byte[]> paths = [];
    private readonly Dictionary<string, int> slots = new(StringComparer.Ordinal);
    private readonly byte[] unescaped = new byte[1_024];
    private double[] numbers = [];
    private int[] codes = [];

    /// <summary>The place of a path; asked for before the first reading.</summary>
    public int SlotOf(string path)
    {
        if (!slots.TryGetValue(path, out var slot))
        {
            slots.Add(path, slot = paths.Count);
            paths.Add(Encoding.UTF8.GetBytes(path));
            numbers = new double[paths.Count];
            codes = new int[paths.Count];
        }

        return slot;
    }

    /// <summary>What was read as a number, or not a number.</summary>
    public double Number(int slot) => numbers[slot];

    /// <summary>What was read as a text of <see cref="Texts"/>, or 0.</summary>
    public int Text(int slot) => codes[slot];

    public void Read(ReadOnlySpan<byte> json, bool isMessage)
    {
        Array.Fill(numbers, double.NaN);
        Array.Clear(codes);
        if (paths.Count == 0 || json.IsEmpty)
        {
            return;
        }

        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return;
        }

        Span<(int Slot, int From)> wanted = stackalloc (int, int)[paths.Count];
        for (var i = 0; i < wanted.Length; i++)
        {
            wanted[i] = (i, 0);
        }

        if (isMessage)
        {
            Message(ref reader, wanted);
        }
        else
        {
            Members(ref reader, wanted);
        }
    }

    private void Message(ref Utf8JsonReader reader, scoped ReadOnlySpan<(int Slot, int From)> wanted)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var says = reader.ValueTextEquals("properties"u8) || reader.ValueTextEquals("traits"u8) || reader.ValueTextEquals("data"u8);
            reader.Read();
            if (says && reader.TokenType == JsonTokenType.StartObject)
            {
                Members(ref reader, wanted);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private void Members(ref Utf8JsonReader reader, scoped ReadOnlySpan<(int Slot, int From)> wanted)
    {
        Span<(int Slot, int From)> below = stackalloc (int, int)[wanted.Length];
        Span<int> here = stackalloc int[wanted.Length];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int belows = 0, heres = 0;
            var name = Name(ref reader);
            foreach (var (slot, from) in wanted)
            {
                var rest = paths[slot].AsSpan(from);
                if (!rest.StartsWith(name))
                {
                    continue;
                }

                if (rest.Length == name.Length)
                {
                    here[heres++] = slot;
                }
                else if (rest[name.Length] == (byte)'.')
                {
                    below[belows++] = (slot, from + name.Length + 1);
                }
            }

            reader.Read();
            if (belows > 0 && reader.TokenType == JsonTokenType.StartObject)
            {
                Members(ref reader, below[..belows]);
            }
            else if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                reader.Skip();
            }
            else
            {
                for (var i = 0; i < heres; i++)
                {
                    Keep(here[i], ref reader);
                }
            }
        }
    }

    private ReadOnlySpan<byte> Name(ref Utf8JsonReader reader)
        => !reader.ValueIsEscaped ? reader.ValueSpan : reader.ValueSpan.Length > unescaped.Length ? "\0"u8 : unescaped.AsSpan(0, reader.CopyString(unescaped));

    private void Keep(int slot, ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        // An escape makes a text longer, never shorter: what is too long escaped is a long text.
        var value = reader.TokenType == JsonTokenType.String ? Name(ref reader) : reader.ValueSpan;
        codes[slot] = texts.Of(value);
        numbers[slot] = Utf8Parser.TryParse(value, out double number, out var used) && used == value.Length && double.IsFinite(number) ? number : double.NaN;
    }
}
