using System.Buffers.Binary;

namespace Tajriba.Host.Tests.Sockets;

/// <summary>HTTP/2 frames as bytes (RFC 9113), as far as an attacker needs them.</summary>
internal static class Frames
{
    public const byte HeadersType = 1;
    private const int HeadLength = 9;
    private const byte ResetType = 3;
    private const byte SettingsType = 4;
    private const byte ContinuationType = 9;
    private const byte EndsStreamAndHeaders = 5;

    public static byte[] Settings => Frame(SettingsType, 0, 0, []);

    public static byte[] Preface => [.. "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8, .. Settings];

    /// <summary>GET /, https, host localhost, of the static table.</summary>
    private static byte[] Head => [0x82, 0x87, 0x84, 0x41, 9, .. "localhost"u8];

    public static byte[] Request(int stream) => Frame(HeadersType, EndsStreamAndHeaders, stream, Head);

    /// <summary>A request whose headers go on.</summary>
    public static byte[] Opening(int stream) => Frame(HeadersType, 1, stream, Head);

    /// <summary>More headers of a request, and still not the last.</summary>
    public static byte[] Continuation(int stream) =>
        Frame(ContinuationType, 0, stream, [.. Enumerable.Range(0, 100).SelectMany(_ => (byte[])[0, 3, .. "x-a"u8, 100, .. new byte[100].Select(_ => (byte)'a')])]);

    public static byte[] Reset(int stream) => Frame(ResetType, 0, stream, [0, 0, 0, 8]);

    /// <summary>The frames in what a server sent, as far as they are whole.</summary>
    public static IReadOnlyList<(byte Type, byte[] Payload)> Of(byte[] bytes)
    {
        var frames = new List<(byte, byte[])>();
        for (int at = 0; at + HeadLength <= bytes.Length;)
        {
            int length = (bytes[at] << 16) | (bytes[at + 1] << 8) | bytes[at + 2];
            if (at + HeadLength + length > bytes.Length)
            {
                break;
            }

            frames.Add((bytes[at + 3], bytes[(at + HeadLength)..(at + HeadLength + length)]));
            at += HeadLength + length;
        }

        return frames;
    }

    private static byte[] Frame(byte type, byte flags, int stream, byte[] payload)
    {
        byte[] frame = [0, 0, 0, type, flags, 0, 0, 0, 0, .. payload];
        BinaryPrimitives.WriteUInt32BigEndian(frame, ((uint)payload.Length << 8) | type);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), stream);
        return frame;
    }
}
