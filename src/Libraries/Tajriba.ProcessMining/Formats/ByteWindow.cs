using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;

namespace Tajriba.ProcessMining;

/// <summary>A window of bytes over a stream, gzip or plain, without a byte order mark; XML comes as UTF-8, whatever its declaration says.</summary>
internal sealed class ByteWindow : IDisposable
{
    private readonly Stream _stream;
    private readonly bool _owns;
    private byte[] _buffer;
    private int _start;
    private int _end;
    private readonly long _expectedLength;
    private long _taken;
    private bool _ended;

    private readonly bool _closeLastLine;
    private readonly int _most;

    public ByteWindow(Stream stream, bool closeLastLine = false, int size = 1 << 18, int most = 1 << 29, bool isXml = false)
    {
        _most = most;
        _closeLastLine = closeLastLine;
        ArgumentNullException.ThrowIfNull(stream);
        _buffer = new byte[size];
        _stream = stream;
        _end = Fill(stream, 4);
        if (_end >= 2 && _buffer[0] == 0x1F && _buffer[1] == 0x8B)
        {
            _expectedLength = Unpacked(stream);
            _stream = new GZipStream(new Prefixed(_buffer.AsSpan(0, _end).ToArray(), stream), CompressionMode.Decompress);
            _owns = true;
            _end = 0;
            _ended = false;
            _end = Fill(_stream, 4);
        }
        else if (stream.CanSeek)
        {
            _expectedLength = stream.Length;
        }

        if (isXml && XmlEncoding.Of(Beginning()) is { } encoding)
        {
            Stream unread = _ended ? new MemoryStream(_buffer[.._end]) : new Prefixed(_buffer.AsSpan(0, _end).ToArray(), _stream);
            _stream = Encoding.CreateTranscodingStream(unread, encoding, Encoding.UTF8, leaveOpen: !_owns);
            _owns = true;
            _end = 0;
            _ended = false;
            _end = Fill(_stream, 4);
        }

        if (_ended && closeLastLine && _end > 0 && _buffer[_end - 1] != '\n')
        {
            _buffer[_end++] = (byte)'\n';
        }

        if (_end >= 3 && _buffer.AsSpan(0, 3).SequenceEqual("\uFEFF"u8))
        {
            _start = 3;
        }
        else if (_end >= 2 && ((_buffer[0] == 0xFF && _buffer[1] == 0xFE) || (_buffer[0] == 0xFE && _buffer[1] == 0xFF)))
        {
            throw new LogFormatException(1, "the file is in UTF-16; save it as UTF-8");
        }
    }

    /// <summary>As much of the file as its XML declaration may take.</summary>
    private ReadOnlySpan<byte> Beginning()
    {
        while (_end < XmlEncoding.MostBytes && More())
        {
        }

        return _buffer.AsSpan(0, Math.Min(_end, XmlEncoding.MostBytes));
    }

    /// <summary>What is loaded and not yet taken.</summary>
    public ReadOnlySpan<byte> Span => _buffer.AsSpan(_start, _end - _start);


    /// <summary>Line feeds in what was taken.</summary>
    public long LinesTaken { get; private set; }

    /// <summary>From how many events stood in what was taken, about how many there are in all, with some to spare; 0 when the source cannot tell.</summary>
    public int Foretell(int events) =>
        _taken == 0 ? 0 : (int)Math.Min(1.15 * events * _expectedLength / _taken, Array.MaxLength / 2);

    /// <summary>Drops bytes from the front.</summary>
    [MethodImpl(Compile.AtOnce)]
    public void Take(int count)
    {
        _taken += count;
        LinesTaken += _buffer.AsSpan(_start, count).Count((byte)'\n');
        _start += count;
    }

    /// <summary>Loads more after what is there; false when the stream has ended.</summary>
    public bool More()
    {
        if (_ended)
        {
            return false;
        }

        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end > _buffer.Length / 2)
        {
            if (_buffer.Length > _most)
            {
                throw new LogFormatException(LinesTaken + 1, $"a single value is larger than {_most >> 20} MB");
            }

            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        int before = _end;
        _end += Read(_stream, _buffer.AsSpan(_end));
        if (_ended && _closeLastLine && _end > 0 && _buffer[_end - 1] != '\n')
        {
            _buffer[_end++] = (byte)'\n';
        }

        return _end > before;
    }

    public void Dispose()
    {
        if (_owns)
        {
            _stream.Dispose();
        }
    }

    /// <summary>What the last four bytes of a gzip file say of its length (RFC 1952, ISIZE), when that is possible at all.</summary>
    private static long Unpacked(Stream stream)
    {
        const int mostPerByte = 1032;
        if (!stream.CanSeek || stream.Length < 18)
        {
            return 0;
        }

        long here = stream.Position;
        Span<byte> tail = stackalloc byte[4];
        stream.Position = stream.Length - tail.Length;
        stream.ReadExactly(tail);
        stream.Position = here;
        long length = BinaryPrimitives.ReadUInt32LittleEndian(tail);
        return length <= stream.Length * mostPerByte ? length : 0;
    }

    private int Fill(Stream stream, int atLeast)
    {
        int n = 0;
        while (n < atLeast && !_ended)
        {
            n += Read(stream, _buffer.AsSpan(n));
        }

        return n;
    }

    private int Read(Stream stream, Span<byte> to)
    {
        try
        {
            int n = stream.Read(to);
            _ended = n == 0;
            return n;
        }
        catch (InvalidDataException e)
        {
            throw new LogFormatException($"line {LinesTaken + 1}: the gzip stream is damaged: {e.Message}", e);
        }
    }

    /// <summary>The first bytes, already read, and the rest of the stream after them.</summary>
    private sealed class Prefixed(byte[] first, Stream rest) : Stream
    {
        private int _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            if (_at == first.Length)
            {
                return rest.Read(buffer);
            }

            int n = Math.Min(buffer.Length, first.Length - _at);
            first.AsSpan(_at, n).CopyTo(buffer);
            _at += n;
            return n;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
