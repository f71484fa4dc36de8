using System.Runtime.CompilerServices;

namespace Tajriba.ProcessMining;

/// <summary>What <see cref="XmlScanner.Next"/> stands on.</summary>
internal enum XmlTag
{
    None = 0,
    Open = 1,
    Empty = 2,
    Close = 3,
}

/// <summary>
/// A forward scanner over the tags of an XML stream. Text between tags, comments, processing instructions, CDATA and the document
/// type are passed over; of attributes only <c>key</c> and <c>value</c> are kept. Entities are decoded on demand.
/// </summary>
internal sealed class XmlScanner(ByteWindow window)
{
    private int _at;
    private (int Start, int Length) _name;
    private (int Start, int Length) _key;
    private (int Start, int Length) _value;

    /// <summary>The element's name without its namespace prefix.</summary>
    public ReadOnlySpan<byte> Name => window.Span.Slice(_name.Start, _name.Length);

    public bool HasKey => _key.Length >= 0;

    public bool HasValue => _value.Length >= 0;

    public ReadOnlySpan<byte> RawKey => window.Span.Slice(_key.Start, _key.Length);

    public ReadOnlySpan<byte> RawValue => window.Span.Slice(_value.Start, _value.Length);

    public long Line => window.LinesTaken + window.Span[..Math.Min(_at, window.Span.Length)].Count((byte)'\n') + 1;

    [MethodImpl(Compile.AtOnce)]
    public XmlTag Next()
    {
        while (true)
        {
            ReadOnlySpan<byte> span = window.Span;
            int open = span[_at..].IndexOf((byte)'<');
            if (open < 0)
            {
                window.Take(span.Length);
                _at = 0;
                if (!window.More())
                {
                    return XmlTag.None;
                }

                continue;
            }

            _at += open;
            int end = Tag(span, _at + 1, out XmlTag tag);
            if (end >= 0)
            {
                _at = end;
                if (tag != XmlTag.None)
                {
                    return tag;
                }

                continue;
            }

            window.Take(_at);
            _at = 0;
            if (!window.More())
            {
                throw new LogFormatException(Line, "the file ends inside a tag");
            }
        }
    }

    /// <summary>Reads the tag whose name begins at a position; gives the position after it, or -1 when it is not wholly loaded.</summary>
    [MethodImpl(Compile.AtOnce)]
    private int Tag(ReadOnlySpan<byte> span, int at, out XmlTag tag)
    {
        tag = XmlTag.None;
        if (at >= span.Length)
        {
            return -1;
        }

        switch (span[at])
        {
            case (byte)'/':
                int close = span[at..].IndexOf((byte)'>');
                if (close < 0)
                {
                    return -1;
                }

                SetName(span, at + 1, at + close);
                tag = XmlTag.Close;
                return at + close + 1;
            case (byte)'?':
                return After(span, at, "?>"u8);
            case (byte)'!':
                return Declaration(span, at);
            default:
                return Element(span, at, out tag);
        }
    }

    [MethodImpl(Compile.AtOnce)]
    private int Element(ReadOnlySpan<byte> span, int at, out XmlTag tag)
    {
        tag = XmlTag.None;
        int start = at;
        while (at < span.Length && span[at] > ' ' && span[at] is not ((byte)'/' or (byte)'>'))
        {
            at++;
        }

        if (at == span.Length)
        {
            return -1;
        }

        if (at == start)
        {
            throw new LogFormatException(Line, "a tag without a name");
        }

        SetName(span, start, at);
        _key.Length = -1;
        _value.Length = -1;
        while (true)
        {
            while (at < span.Length && span[at] <= ' ')
            {
                at++;
            }

            if (at + 1 >= span.Length)
            {
                if (at < span.Length && span[at] == '>')
                {
                    tag = XmlTag.Open;
                    return at + 1;
                }

                return -1;
            }

            if (span[at] == '>')
            {
                tag = XmlTag.Open;
                return at + 1;
            }

            if (span[at] == '/' && span[at + 1] == '>')
            {
                tag = XmlTag.Empty;
                return at + 2;
            }

            at = Attribute(span, at);
            if (at < 0)
            {
                return -1;
            }
        }
    }

    [MethodImpl(Compile.AtOnce)]
    private int Attribute(ReadOnlySpan<byte> span, int at)
    {
        int start = at;
        while (at < span.Length && span[at] is not ((byte)'=' or (byte)'>' or (byte)'<'))
        {
            at++;
        }

        if (at == span.Length)
        {
            return -1;
        }

        if (span[at] != '=')
        {
            throw new LogFormatException(Line, "an attribute without a value in a tag");
        }

        ReadOnlySpan<byte> name = Trimmed(span[start..at]);
        at++;
        while (at < span.Length && span[at] <= ' ')
        {
            at++;
        }

        if (at >= span.Length)
        {
            return -1;
        }

        byte quote = span[at];
        if (quote is not ((byte)'"' or (byte)'\''))
        {
            throw new LogFormatException(Line, "an attribute value without quotes");
        }

        int length = span[(at + 1)..].IndexOf(quote);
        if (length < 0)
        {
            return -1;
        }

        if (name.SequenceEqual("key"u8))
        {
            _key = (at + 1, length);
        }
        else if (name.SequenceEqual("value"u8))
        {
            _value = (at + 1, length);
        }

        return at + length + 2;
    }

    [MethodImpl(Compile.AtOnce)]
    private void SetName(ReadOnlySpan<byte> span, int start, int end)
    {
        ReadOnlySpan<byte> name = Trimmed(span[start..end]);
        int prefix = name.IndexOf((byte)':') + 1;
        _name = (start + prefix, name.Length - prefix);
    }

    [MethodImpl(Compile.AtOnce)]
    private static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> name)
    {
        while (!name.IsEmpty && name[^1] <= ' ')
        {
            name = name[..^1];
        }

        return name;
    }

    private static int Declaration(ReadOnlySpan<byte> span, int at)
    {
        if (span.Length - at < 9)
        {
            return -1;
        }

        if (span[at..].StartsWith("!--"u8))
        {
            return After(span, at + 3, "-->"u8);
        }

        if (span[at..].StartsWith("![CDATA["u8))
        {
            return After(span, at, "]]>"u8);
        }

        int end = span[at..].IndexOf((byte)'>');
        int inner = span[at..].IndexOf((byte)'[');
        return inner >= 0 && inner < end ? After(span, at, "]>"u8) : end < 0 ? -1 : at + end + 1;
    }

    private static int After(ReadOnlySpan<byte> span, int at, ReadOnlySpan<byte> mark)
    {
        int found = span[at..].IndexOf(mark);
        return found < 0 ? -1 : at + found + mark.Length;
    }
}
