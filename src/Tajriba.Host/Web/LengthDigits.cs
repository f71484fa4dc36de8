using System.Text;
using Microsoft.Net.Http.Headers;

namespace Tajriba.Host.Web;

/// <summary>
/// Reads the value of <c>Content-Length</c> as digits and nothing else. The server's own reading takes <c>+0</c> and <c>-0</c>
/// for numbers, and a proxy before it may not.
/// </summary>
internal sealed class LengthDigits : Encoding
{
    private const char None = '?';
    private static readonly LengthDigits Instance = new();

    /// <summary>The encoding of a header; null where it is read as usual.</summary>
    public static Encoding? Of(string header) => header == HeaderNames.ContentLength ? Instance : null;

    public override int GetChars(ReadOnlySpan<byte> bytes, Span<char> chars)
    {
        int count = Math.Min(bytes.Length, chars.Length);
        for (int i = 0; i < count; i++)
        {
            chars[i] = char.IsAsciiDigit((char)bytes[i]) ? (char)bytes[i] : None;
        }

        return count;
    }

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) => GetChars(bytes.AsSpan(byteIndex, byteCount), chars.AsSpan(charIndex));

    public override int GetCharCount(byte[] bytes, int index, int count) => count;

    public override int GetMaxCharCount(int byteCount) => byteCount;

    public override int GetByteCount(char[] chars, int index, int count) => ASCII.GetByteCount(chars, index, count);

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) => ASCII.GetBytes(chars, charIndex, charCount, bytes, byteIndex);

    public override int GetMaxByteCount(int charCount) => ASCII.GetMaxByteCount(charCount);
}
