using System.Buffers.Binary;
using System.Numerics;

namespace Tajriba.Client.Queue;

/// <summary>
/// A message in a file: its length and the CRC-32C of length and message (Castagnoli's polynomial, as in RFC 3720), four bytes
/// each, little-endian, then the message. A length of 0 is none: so are the zeros that a power cut may leave at a file's end.
/// </summary>
internal static class Record
{
    public const int HeaderBytes = 8;

    private const int LengthBytes = 4;

    /// <summary>The record of a message.</summary>
    public static byte[] Of(ReadOnlySpan<byte> message)
    {
        byte[] record = new byte[HeaderBytes + message.Length];
        BinaryPrimitives.WriteInt32LittleEndian(record, message.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(LengthBytes), Check(record.AsSpan(0, LengthBytes), message));
        message.CopyTo(record.AsSpan(HeaderBytes));
        return record;
    }

    /// <summary>Bytes of the sound record at the beginning of a text; 0 where there is none.</summary>
    public static int LengthOf(ReadOnlySpan<byte> text)
    {
        if (text.Length < HeaderBytes)
        {
            return 0;
        }

        int length = BinaryPrimitives.ReadInt32LittleEndian(text);
        if (length <= 0 || length > text.Length - HeaderBytes)
        {
            return 0;
        }

        uint check = BinaryPrimitives.ReadUInt32LittleEndian(text[LengthBytes..]);
        return check == Check(text[..LengthBytes], text.Slice(HeaderBytes, length)) ? HeaderBytes + length : 0;
    }

    private static uint Check(ReadOnlySpan<byte> length, ReadOnlySpan<byte> message) => ~Add(Add(uint.MaxValue, length), message);

    private static uint Add(uint crc, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= sizeof(ulong))
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (byte one in bytes)
        {
            crc = BitOperations.Crc32C(crc, one);
        }

        return crc;
    }
}
