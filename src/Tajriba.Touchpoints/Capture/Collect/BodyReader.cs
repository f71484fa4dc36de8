using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace Tajriba.Touchpoints.Capture.Collect;

/// <summary>Reads a body whole within a limit, unpacked where it is gzip, whatever its headers say about it.</summary>
internal static class BodyReader
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The JSON text in the body, or null where it is larger than the limit, packed or unpacked.</summary>
    /// <exception cref="InvalidDataException">It begins as gzip and is not.</exception>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        byte[]? sent = await ReadAsync(request.Body, request.ContentLength, limit, cancellationToken);
        if (sent is null)
        {
            return null;
        }

        if (sent is not [0x1F, 0x8B, ..])
        {
            return sent.AsSpan().StartsWith(ByteOrderMark) ? sent.AsMemory(ByteOrderMark.Length) : sent;
        }

        await using var unpacked = new GZipStream(new MemoryStream(sent), CompressionMode.Decompress);
        return await ReadAsync(unpacked, null, limit, cancellationToken) is { } text ? (ReadOnlyMemory<byte>?)text : null;
    }

    private static async Task<byte[]?> ReadAsync(Stream stream, long? length, int limit, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[Math.Min(limit + 1, length is { } told ? (int)Math.Min(told + 1, limit + 1) : 16 * 1024)];
        int filled = 0;
        while (true)
        {
            int read = await stream.ReadAsync(buffer.AsMemory(filled), cancellationToken);
            if (read == 0)
            {
                return buffer[..filled];
            }

            filled += read;
            if (filled > limit)
            {
                return null;
            }

            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, Math.Min(limit + 1, filled * 2));
            }
        }
    }
}
