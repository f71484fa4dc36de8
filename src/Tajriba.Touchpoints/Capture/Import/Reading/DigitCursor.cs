namespace Tajriba.Touchpoints.Capture.Import.Reading;

/// <summary>Walks over the digits and signs of a time.</summary>
internal ref struct DigitCursor(ReadOnlySpan<byte> text)
{
    private ReadOnlySpan<byte> rest = text;

    public readonly bool IsEmpty => rest.IsEmpty;

    public void SkipBlanks() => rest = rest.TrimStart((byte)' ');

    public bool TakeAny(scoped ReadOnlySpan<byte> choices)
    {
        if (rest.IsEmpty || !choices.Contains(rest[0]))
        {
            return false;
        }

        rest = rest[1..];
        return true;
    }

    public bool TakeAll(scoped ReadOnlySpan<byte> word)
    {
        if (!rest.StartsWith(word))
        {
            return false;
        }

        rest = rest[word.Length..];
        return true;
    }

    public bool Separator(out byte separator)
    {
        separator = rest.IsEmpty ? default : rest[0];
        return TakeAny("-/."u8);
    }

    public bool Sign(out int sign)
    {
        sign = !rest.IsEmpty && rest[0] == '-' ? -1 : 1;
        return TakeAny("+-"u8);
    }

    /// <summary>A number of one to four digits.</summary>
    public bool Number(out int value, out int digits)
    {
        value = digits = 0;
        while (digits < rest.Length && rest[digits] is >= (byte)'0' and <= (byte)'9')
        {
            if (++digits > 4)
            {
                return false;
            }

            value = (value * 10) + (rest[digits - 1] - '0');
        }

        rest = rest[digits..];
        return digits > 0;
    }

    /// <summary>Digits of a second's fraction as microseconds; further ones are cut.</summary>
    public bool Fraction(out long microseconds)
    {
        microseconds = 0;
        int digits = 0;
        while (digits < rest.Length && rest[digits] is >= (byte)'0' and <= (byte)'9')
        {
            if (digits < 6)
            {
                microseconds = (microseconds * 10) + (rest[digits] - '0');
            }

            digits++;
        }

        for (int i = digits; i < 6; i++)
        {
            microseconds *= 10;
        }

        rest = rest[digits..];
        return digits > 0;
    }
}
