using System.IO.Compression;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Http;

namespace Tajriba.Touchpoints.Capture.Collect;

/// <summary>Reads a body whole within a limit, unpacked where it is gzip, whatever its headers say about it.</summary>
internal static class BodyReader
{
    /// <summary>How much larger batches are than their gzip, roughly: the first guess at the room that one needs.</summary>
    private const long UsualRatio = 10;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The JSON text in the body, or null where it is larger than the limit, packed or unpacked.</summary>
    /// <exception cref="InvalidDataException">It begins as gzip and is not.</exception>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (await ReadPackedAsync(request, limit, cancellationToken) is not { } sent)
        {
            return null;
        }

        if (sent.Span is not [0x1F, 0x8B, ..])
        {
            return sent.Span.StartsWith(ByteOrderMark) ? sent[ByteOrderMark.Length..] : sent;
        }

        MemoryMarshal.TryGetArray(sent, out ArraySegment<byte> packed);
        await using var unpacked = new GZipStream(new MemoryStream(packed.Array!, packed.Offset, packed.Count, writable: false), CompressionMode.Decompress);
        return await ReadAsync(unpacked, UsualRatio * sent.Length, limit, cancellationToken);
    }

    /// <summary>The body as it was sent, or null where it is larger than the limit.</summary>
    public static Task<ReadOnlyMemory<byte>?> ReadPackedAsync(HttpRequest request, int limit, CancellationToken cancellationToken) =>
        ReadAsync(request.Body, request.ContentLength, limit, cancellationToken);

    /// <summary>Reads a body that must have come whole after some time, else the answer is 408.</summary>
    public static Func<HttpRequest, int, CancellationToken, Task<ReadOnlyMemory<byte>?>> Within(TimeSpan time) => async (request, limit, cancellationToken) =>
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(time);
        try
        {
            return await ReadAsync(request, limit, patience.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new BadHttpRequestException("The body did not come in time.", StatusCodes.Status408RequestTimeout, e);
        }
    };

    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream stream, long? length, int limit, CancellationToken cancellationToken)
    {
        byte[] buffer = GC.AllocateUninitializedArray<byte>(length is { } told ? (int)Math.Min(told, limit) + 1 : Math.Min(limit + 1, 16 * 1024));
        int filled = 0;
        while (true)
        {
            int read = await stream.ReadAsync(buffer.AsMemory(filled), cancellationToken);
            if (read == 0)
            {
                return buffer.AsMemory(0, filled);
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
