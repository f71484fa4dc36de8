namespace Tajriba.Touchpoints.Capture.Import.Reading;

/// <param name="Delimiter">The byte between cells.</param>
/// <param name="HasHeader">Whether the first row names the columns.</param>
public readonly record struct CsvDialect(byte Delimiter, bool HasHeader)
{
    /// <summary>Reads the dialect off the beginning of a file.</summary>
    public static CsvDialect Guess(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> delimiters = ",;\t|"u8;
        byte delimiter = (byte)',';
        int best = 0;
        foreach (byte candidate in delimiters)
        {
            int count = CountOutsideQuotes(head, candidate);
            if (count > best)
            {
                (best, delimiter) = (count, candidate);
            }
        }

        return new CsvDialect(delimiter, !FirstRowHoldsValues(head, delimiter));
    }

    private static int CountOutsideQuotes(ReadOnlySpan<byte> head, byte delimiter)
    {
        bool quoted = false;
        int count = 0;
        foreach (byte b in head)
        {
            if (b == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && (b == '\n' || b == '\r'))
            {
                break;
            }
            else if (!quoted && b == delimiter)
            {
                count++;
            }
        }

        return count;
    }

    private static bool FirstRowHoldsValues(ReadOnlySpan<byte> head, byte delimiter)
    {
        int end = head.IndexOfAny((byte)'\n', (byte)'\r');
        ReadOnlySpan<byte> line = end < 0 ? head : head[..end];
        foreach (Range range in line.Split(delimiter))
        {
            ReadOnlySpan<byte> cell = line[range].Trim(" \""u8);
            if (EventTime.TryParse(cell, default, out _) || (cell.Length > 0 && cell.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0))
            {
                return true;
            }
        }

        return false;
    }
}
