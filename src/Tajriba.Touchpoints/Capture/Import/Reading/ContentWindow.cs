namespace Tajriba.Touchpoints.Capture.Import.Reading;

/// <summary>A sliding window over a stream: bytes not yet consumed stay together, and the buffer grows up to a row's limit.</summary>
internal sealed class ContentWindow(Stream content) : IDisposable
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
    /// <param name="what">Names the place for the message when the limit is reached.</param>
    public void Fill(Func<string> what)
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
                throw new ImportFileException($"{what()}: more than {RowReader.MaxRowBytes >> 20} MB without an end");
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
            throw new ImportFileException($"{what()}: the gzip data is damaged", e);
        }
    }

    public void Dispose() => content.Dispose();
}
