using System.Buffers.Binary;

namespace Tajriba.Client.Queue;

/// <summary>
/// Up to where the queue is delivered, in a file of its own. It is a help and no truth: where it is lost or torn, messages go
/// again, and the server knows them by their ids.
/// </summary>
/// <param name="Segment">Number of the file.</param>
/// <param name="Offset">Bytes of it that are delivered.</param>
internal readonly record struct SentPosition(long Segment, long Offset)
{
    private const string Name = "sent";
    private const int Bytes = 16;

    /// <summary>The position kept in a folder; the very beginning where there is none to believe.</summary>
    public static SentPosition Read(string directory)
    {
        string path = Path.Combine(directory, Name);
        if (!File.Exists(path))
        {
            return default;
        }

        byte[] text = File.ReadAllBytes(path);
        if (Record.LengthOf(text) != Record.HeaderBytes + Bytes)
        {
            return default;
        }

        ReadOnlySpan<byte> numbers = text.AsSpan(Record.HeaderBytes);
        return new SentPosition(BinaryPrimitives.ReadInt64LittleEndian(numbers), BinaryPrimitives.ReadInt64LittleEndian(numbers[sizeof(long)..]));
    }

    /// <summary>Keeps it in a folder.</summary>
    public void Write(string directory)
    {
        Span<byte> numbers = stackalloc byte[Bytes];
        BinaryPrimitives.WriteInt64LittleEndian(numbers, Segment);
        BinaryPrimitives.WriteInt64LittleEndian(numbers[sizeof(long)..], Offset);
        File.WriteAllBytes(Path.Combine(directory, Name), Record.Of(numbers));
    }
}
