namespace Tajriba.Kernel.Log;

/// <summary>
/// An event's objects as bytes: for each object a variable-length number, then its type shifted left by one with the
/// low bit telling whether a qualifier's code follows. Little-endian base 128, high bit = more.
/// </summary>
internal static class ObjectCodec
{
    public const int MaxBytesPerObject = 10 + 5 + 5;

    public static int Write(Span<byte> target, long number, int type, int qualifier)
    {
        var at = WriteNumber(target, (ulong)number);
        at += WriteNumber(target[at..], ((ulong)type << 1) | (qualifier == 0 ? 0UL : 1UL));
        return qualifier == 0 ? at : at + WriteNumber(target[at..], (ulong)qualifier);
    }

    /// <summary>Reads one object and returns the number of bytes read.</summary>
    public static int Read(ReadOnlySpan<byte> source, out long number, out int type, out int qualifier)
    {
        var at = ReadNumber(source, out var n);
        number = (long)n;
        at += ReadNumber(source[at..], out var t);
        type = (int)(t >> 1);
        qualifier = 0;
        if ((t & 1) != 0)
        {
            at += ReadNumber(source[at..], out var q);
            qualifier = (int)q;
        }

        return at;
    }

    public static int WriteNumber(Span<byte> target, ulong value)
    {
        var at = 0;
        while (value >= 0x80)
        {
            target[at++] = (byte)(value | 0x80);
            value >>= 7;
        }

        target[at++] = (byte)value;
        return at;
    }

    public static int ReadNumber(ReadOnlySpan<byte> source, out ulong value)
    {
        value = source[0];
        if (value < 0x80)
        {
            return 1;
        }

        value &= 0x7f;
        for (int at = 1, shift = 7; ; at++, shift += 7)
        {
            ulong b = source[at];
            value |= (b & 0x7f) << shift;
            if (b < 0x80)
            {
                return at + 1;
            }
        }
    }
}
