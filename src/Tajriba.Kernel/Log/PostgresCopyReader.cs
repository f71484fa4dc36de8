using System.Buffers.Binary;

namespace Tajriba.Kernel.Log;

/// <summary>Reads PostgreSQL's binary COPY format without an object per value.</summary>
internal sealed class PostgresCopyReader
{
    private readonly Stream stream;
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;

    public PostgresCopyReader(Stream stream)
    {
        this.stream = stream;
        var header = Take(19);
        var extension = BinaryPrimitives.ReadInt32BigEndian(header[15..]);
        Take(extension);
    }

    /// <summary>False at the end.</summary>
    public bool Row() => BinaryPrimitives.ReadInt16BigEndian(Take(2)) >= 0;

    public long Int64()
    {
        var field = Take(12);
        return BinaryPrimitives.ReadInt64BigEndian(field[4..]);
    }

    public int Int32()
    {
        var field = Take(8);
        return BinaryPrimitives.ReadInt32BigEndian(field[4..]);
    }

    /// <summary>A field's bytes, empty where it is null; valid until the next field is read.</summary>
    public ReadOnlySpan<byte> Bytes()
    {
        var length = BinaryPrimitives.ReadInt32BigEndian(Take(4));
        return length <= 0 ? [] : Take(length);
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (end - start < length)
        {
            Fill(length);
        }

        start += length;
        return buffer.AsSpan(start - length, length);
    }

    private void Fill(int length)
    {
        var rest = buffer.AsSpan(start, end - start);
        if (length > buffer.Length)
        {
            var larger = new byte[Math.Max(length, buffer.Length * 2)];
            rest.CopyTo(larger);
            buffer = larger;
        }
        else
        {
            rest.CopyTo(buffer);
        }

        end -= start;
        start = 0;
        while (end < length)
        {
            var read = stream.Read(buffer, end, buffer.Length - end);
            if (read == 0)
            {
                throw new EndOfStreamException("The database ended the copy early.");
            }

            end += read;
        }
    }
}
