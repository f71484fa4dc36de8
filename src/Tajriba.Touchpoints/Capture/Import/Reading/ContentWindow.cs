using Tajriba.Touchpoints.Capture.Import.Problems;

namespace Tajriba.Touchpoints.Capture.Import.Reading;

/// <summary>A sliding window over a stream: bytes not yet consumed stay together, and the buffer grows up to a row's limit.</summary>
internal sealed class ContentWindow(Stream content, ImportFault tooLong = ImportFault.RowTooLong) : IDisposable
{
    private byte[] buffer = new byte[256 * 1024];
    private int end;
    private long consumedBefore;

    /// <summary>First byte not yet consumed.</summary>
    public int Start { get; private set; }

    public bool AtEnd { get; private set; }

    public ReadOnlySpan<byte> Unread => buffer.AsSpan(Start, end - Start);

    /// <summary>Bytes of the content before <see cref="Start"/>.</summary>
    public long Offset => consumedBefore + Start;

    public bool CanSeek => content.CanSeek;

    public void Consume(int count) => Start += count;

    public void Seek(long offset)
    {
        content.Position = offset;
        consumedBefore = offset;
        Start = end = 0;
        AtEnd = false;
    }

    /// <summary>Reads more behind the unread bytes.</summary>
    /// <param name="place">The line or element where the reader stands, for the message.</param>
    public void Fill(long place)
    {
        if (Start > 0)
        {
            Unread.CopyTo(buffer);
            consumedBefore += Start;
            end -= Start;
            Start = 0;
        }

        if (end == buffer.Length)
        {
            if (end >= RowReader.MaxRowBytes)
            {
                throw new ImportFileException(tooLong, place, RowReader.MaxRowBytes >> 20);
            }

            Array.Resize(ref buffer, buffer.Length * 2);
        }

        try
        {
            int read = content.Read(buffer, end, buffer.Length - end);
            AtEnd = read == 0;
            end += read;
        }
        catch (InvalidDataException e)
        {
            throw new ImportFileException(e, tooLong == ImportFault.RowTooLong ? ImportFault.GzipDamagedAt : ImportFault.GzipDamaged, place);
        }
    }

    public void Dispose() => content.Dispose();
}
