using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Tajriba.Touchpoints.Channels.Messages.Deliver;

/// <summary>
/// Writes an e-mail (RFC 5322, MIME): text and HTML as alternatives in base64, header words encoded (RFC 2047). The same
/// message gives the same bytes on every try. DKIM signs at the relay, over the List-Unsubscribe headers too.
/// </summary>
internal static class MimeText
{
    private const int WordBytes = 42;
    private const int LineLength = 76;

    public static string Write(SmtpSettings settings, OutgoingMessage message)
    {
        string domain = settings.From[(settings.From.LastIndexOf('@') + 1)..];
        var text = new StringBuilder();
        void Header(string name, string value) => text.Append(name).Append(": ").Append(value).Append("\r\n");
        Header("Date", message.Made.ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture));
        Header("From", settings.FromName.Length > 0 ? $"{Words(settings.FromName)} <{settings.From}>" : settings.From);
        Header("To", IsPlain(message.Address) ? message.Address : "undisclosed-recipients:;");
        Header("Subject", Words(message.Content.Subject));
        Header("Message-ID", $"<{message.Key}@{domain}>");
        Header("Content-Language", message.Language);
        Header("Auto-Submitted", "auto-generated");
        if (message.Content.Unsubscribe is { } unsubscribe)
        {
            // The address comes first: providers that know both take the one click. The subject tells whoever reads the mailbox which page to open.
            string mail = settings.UnsubscribeMail.Length > 0 ? $",\r\n <mailto:{settings.UnsubscribeMail}?subject=unsubscribe%20{unsubscribe[(unsubscribe.LastIndexOf('/') + 1)..]}>" : "";
            Header("List-Unsubscribe", $"<{unsubscribe}>{mail}");
            Header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        Header("MIME-Version", "1.0");
        if (message.Content.Html is not { } html)
        {
            return Part(text, "plain", message.Content.Plain).ToString();
        }

        string boundary = "=_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message.Key)).AsSpan(0, 16));
        Header("Content-Type", $"multipart/alternative; boundary=\"{boundary}\"");
        text.Append("\r\n--").Append(boundary).Append("\r\n");
        Part(text, "plain", message.Content.Plain).Append("\r\n--").Append(boundary).Append("\r\n");
        return Part(text, "html", html).Append("\r\n--").Append(boundary).Append("--\r\n").ToString();
    }

    private static StringBuilder Part(StringBuilder text, string type, string content)
    {
        text.Append("Content-Type: text/").Append(type).Append("; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n");
        string encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(content.ReplaceLineEndings("\r\n")));
        for (var at = 0; at < encoded.Length; at += LineLength)
        {
            text.Append(encoded, at, Math.Min(LineLength, encoded.Length - at)).Append("\r\n");
        }

        return text;
    }

    /// <summary>Letters that stand in a header as they are: no comment, group or second address can be made of them.</summary>
    private static bool IsPlain(string address) => address.All(c => char.IsAsciiLetterOrDigit(c) || "@.!#$%&'*+-/=?^_`{|}~".Contains(c, StringComparison.Ordinal));

    /// <summary>Encoded words of whole characters, 75 letters at most, folded; so that nothing in a name or subject can become a header.</summary>
    private static string Words(string value)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var bytes = 0;
        foreach (Rune rune in value.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > WordBytes)
            {
                words.Add(word.ToString());
                word.Clear();
                bytes = 0;
            }

            word.Append(rune.ToString());
            bytes += rune.Utf8SequenceLength;
        }

        words.Add(word.ToString());
        return string.Join("\r\n ", words.Select(w => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(w))}?="));
    }
}
