using System.Buffers.Binary;

namespace Tajriba.Kernel.Log;

/// <summary>Writes PostgreSQL's binary COPY format without an object per value.</summary>
internal sealed class PostgresCopyWriter : IDisposable
{
    private static readonly byte[] Header = [.. "PGCOPY\n"u8, 0xff, (byte)'\r', (byte)'\n', 0, 0, 0, 0, 0, 0, 0, 0, 0];

    private readonly Stream stream;
    private readonly byte[] buffer = new byte[1 << 16];
    private int length;

    public PostgresCopyWriter(Stream stream)
    {
        this.stream = stream;
        Header.CopyTo(buffer, 0);
        length = Header.Length;
    }

    public void Row(short fields)
    {
        Reserve(2);
        BinaryPrimitives.WriteInt16BigEndian(buffer.AsSpan(length), fields);
        length += 2;
    }

    public void Number(long value)
    {
        Reserve(12);
        BinaryPrimitives.WriteInt32BigEndian(buffer.AsSpan(length), 8);
        BinaryPrimitives.WriteInt64BigEndian(buffer.AsSpan(length + 4), value);
        length += 12;
    }

    public void Number(int value)
    {
        Reserve(8);
        BinaryPrimitives.WriteInt32BigEndian(buffer.AsSpan(length), 4);
        BinaryPrimitives.WriteInt32BigEndian(buffer.AsSpan(length + 4), value);
        length += 8;
    }

    public void Bytes(ReadOnlySpan<byte> value)
    {
        Reserve(4);
        BinaryPrimitives.WriteInt32BigEndian(buffer.AsSpan(length), value.Length);
        length += 4;
        if (value.Length > buffer.Length - length)
        {
            Flush();
        }

        if (value.Length > buffer.Length)
        {
            stream.Write(value);
            return;
        }

        value.CopyTo(buffer.AsSpan(length));
        length += value.Length;
    }

    public void Null()
    {
        Reserve(4);
        BinaryPrimitives.WriteInt32BigEndian(buffer.AsSpan(length), -1);
        length += 4;
    }

    /// <summary>Writes the end marker. Without it the copy fails, which is right when the caller threw.</summary>
    public void End()
    {
        Row(-1);
        Flush();
    }

    public void Dispose() => length = 0;

    private void Reserve(int bytes)
    {
        if (bytes > buffer.Length - length)
        {
            Flush();
        }
    }

    private void Flush()
    {
        stream.Write(buffer, 0, length);
        length = 0;
    }
}
