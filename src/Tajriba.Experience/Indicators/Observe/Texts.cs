using System.Text;

namespace Tajriba.Experience.Indicators.Observe;

/// <summary>Numbers for texts that repeat, from 1; 0 is no text. One writer; readers may read what is there.</summary>
internal sealed class Texts
{
    /// <summary>Texts beyond this are all one: an attribute that takes so many values is no slice.</summary>
    private const int Most = 50_000;
    private const int Longest = 200;

    private readonly Dictionary<string, int> codes = new(StringComparer.Ordinal);
    private readonly List<string> texts = [""];

    public const string Other = "…";

    public string this[int code]
    {
        get
        {
            lock (texts)
            {
                return texts[code];
            }
        }
    }

    public int Find(string text)
    {
        lock (texts)
        {
            return codes.GetValueOrDefault(text);
        }
    }

    public int Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty || utf8.Length > Longest)
        {
            return utf8.IsEmpty ? 0 : Of(Other);
        }

        Span<char> chars = stackalloc char[Longest];
        return Of(chars[..Encoding.UTF8.GetChars(utf8, chars)]);
    }

    public int Of(ReadOnlySpan<char> text)
    {
        var known = codes.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(text, out var code))
        {
            return code;
        }

        lock (texts)
        {
            var made = texts.Count < Most ? text.ToString() : Other;
            if (!codes.TryGetValue(made, out code))
            {
                code = texts.Count;
                texts.Add(made);
                codes.Add(made, code);
            }

            return code;
        }
    }
}
