using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Tajriba.Client.Delivery;

/// <summary>A batch as the server reads it. The messages are the same on every attempt; <c>sentAt</c> is the attempt's own.</summary>
internal static class BatchBody
{
    public static HttpContent Of(IReadOnlyList<ReadOnlyMemory<byte>> messages, DateTimeOffset sentAt, bool gzip)
    {
        using var body = new MemoryStream();
        if (gzip)
        {
            using var packed = new GZipStream(body, CompressionLevel.Fastest, leaveOpen: true);
            Write(packed, messages, sentAt);
        }
        else
        {
            Write(body, messages, sentAt);
        }

        var content = new ByteArrayContent(body.ToArray());
        content.Headers.ContentType = new("application/json");
        if (gzip)
        {
            content.Headers.ContentEncoding.Add("gzip");
        }

        return content;
    }

    private static void Write(Stream text, IReadOnlyList<ReadOnlyMemory<byte>> messages, DateTimeOffset sentAt)
    {
        text.Write(Encoding.ASCII.GetBytes($"{{\"sentAt\":\"{sentAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}\",\"batch\":["));
        for (int i = 0; i < messages.Count; i++)
        {
            text.Write(i == 0 ? ""u8 : ","u8);
            text.Write(messages[i].Span);
        }

        text.Write("]}"u8);
    }
}
