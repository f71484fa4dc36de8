namespace Tajriba.Kernel.Log;

/// <summary>
/// Events of one object as bytes, newest first: for each after the newest, which the row's key holds, how much earlier it
/// was than the one before and the difference of their positions. Little-endian base 128, positions zigzag.
/// </summary>
internal static class TimelineRun
{
    /// <summary>Events per run; keeps a row within a database page.</summary>
    public const int MaxEntries = 128;

    public const int MaxBytes = MaxEntries * 20;

    /// <summary>Writes the run that ends with the last of some sorted entries of one object and returns its length.</summary>
    public static int Write(ReadOnlySpan<TimelineEntry> sorted, Span<byte> target)
    {
        var length = 0;
        for (var i = sorted.Length - 2; i >= 0; i--)
        {
            length += ObjectCodec.WriteNumber(target[length..], (ulong)(sorted[i + 1].Time - sorted[i].Time));
            var moved = sorted[i + 1].Position - sorted[i].Position;
            length += ObjectCodec.WriteNumber(target[length..], (ulong)((moved << 1) ^ (moved >> 63)));
        }

        return length;
    }

    /// <summary>Adds the run's entries to a list, newest first.</summary>
    public static void Read(long lastTime, long lastPosition, ReadOnlySpan<byte> bytes, List<(long Time, long Position)> entries)
    {
        entries.Add((lastTime, lastPosition));
        while (!bytes.IsEmpty)
        {
            bytes = bytes[ObjectCodec.ReadNumber(bytes, out var earlier)..];
            bytes = bytes[ObjectCodec.ReadNumber(bytes, out var moved)..];
            lastTime -= (long)earlier;
            lastPosition -= (long)(moved >> 1) ^ -(long)(moved & 1);
            entries.Add((lastTime, lastPosition));
        }
    }
}
