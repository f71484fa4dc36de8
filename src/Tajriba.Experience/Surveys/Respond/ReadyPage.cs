using System.IO.Compression;
using System.Text;

namespace Tajriba.Experience.Surveys.Respond;

/// <summary>A page as bytes, plain and compressed as well as can be.</summary>
/// <param name="Plain">UTF-8.</param>
/// <param name="Brotli">The same, compressed.</param>
/// <param name="Until">Time stamp until which it may be sent: what it computed from the day may have changed.</param>
internal sealed record ReadyPage(byte[] Plain, byte[] Brotli, long Until)
{
    private const int Window = 18;
    private const int Best = 11;

    public static ReadyPage Of(string html, long until) => Of(Encoding.UTF8.GetBytes(html), until);

    public static ReadyPage Of(byte[] plain, long until)
    {
        var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(plain.Length)];
        return BrotliEncoder.TryCompress(plain, compressed, out var length, Best, Window)
            ? new(plain, compressed[..length], until)
            : throw new InvalidOperationException("A page of bounded size is always compressed into a buffer of the bound.");
    }
}
