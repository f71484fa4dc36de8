using System.Text;

namespace Tajriba.Touchpoints.Capture.CloudEvents;

/// <summary>
/// Values of <c>ce-</c> headers, section 3.1.3.2 of the HTTP protocol binding: an older sender's quotes are taken off, then one
/// round of percent-decoding as UTF-8. Letters that stand there unencoded are taken as they are.
/// </summary>
internal static class HeaderValue
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The attribute's text, or null where the encoded bytes are not UTF-8.</summary>
    public static string? Decode(string value)
    {
        value = Unquoted(value.Trim(' ', '\t'));
        if (!value.Contains('%', StringComparison.Ordinal))
        {
            return value;
        }

        byte[] bytes = Encoding.UTF8.GetBytes(value);
        int length = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            bool encoded = bytes[i] == '%' && i + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[i + 1]) && char.IsAsciiHexDigit((char)bytes[i + 2]);
            bytes[length++] = encoded ? Convert.ToByte(Encoding.ASCII.GetString(bytes, i + 1, 2), 16) : bytes[i];
            i += encoded ? 2 : 0;
        }

        try
        {
            return Strict.GetString(bytes, 0, length);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string Unquoted(string value)
    {
        if (value.Length < 2 || value[0] != '"' || value[^1] != '"')
        {
            return value;
        }

        var text = new StringBuilder(value.Length);
        for (int i = 1; i < value.Length - 1; i++)
        {
            i += value[i] == '\\' && i + 1 < value.Length - 1 ? 1 : 0;
            text.Append(value[i]);
        }

        return text.ToString();
    }
}
