using System.Net;
using System.Text;
using Tajriba.Touchpoints.Channels.Messages;

namespace Tajriba.Experience.Surveys.Invite;

/// <summary>Makes the text of a message of an invitation's words: plain, short, and HTML with the first question to click on.</summary>
internal static class InvitationMail
{
    public static MessageText Of(InvitationText text, FirstQuestion? first)
    {
        var isRightToLeft = text.Language is "fa" or "ar";
        var html = new StringBuilder($"<!doctype html><html lang=\"{text.Language}\" dir=\"{(isRightToLeft ? "rtl" : "ltr")}\"><head><meta charset=\"utf-8\"><title>")
            .Append(WebUtility.HtmlEncode(text.Subject)).Append("</title></head><body style=\"font-family:Vazirmatn,Tahoma,Arial,sans-serif;font-size:16px;line-height:1.7;margin:24px\">");
        foreach (var paragraph in text.Plain.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            html.Append("<p>").Append(Linked(WebUtility.HtmlEncode(paragraph))).Append("</p>");
        }

        if (first is not null)
        {
            html.Append("<p><strong>").Append(WebUtility.HtmlEncode(first.TitleIn(text.Language))).Append("</strong></p><p dir=\"ltr\">");
            foreach (var value in first.Values)
            {
                html.Append("<a style=\"display:inline-block;min-width:24px;padding:8px;margin:2px;border:1px solid #667;border-radius:6px;text-align:center;text-decoration:none\" href=\"{link}?q=")
                    .Append(Uri.EscapeDataString(first.Name)).Append("&amp;v=").Append(Uri.EscapeDataString(value)).Append("\">").Append(WebUtility.HtmlEncode(Digits(value, text.Language))).Append("</a>");
            }

            html.Append("</p>");
        }

        return new MessageText(text.Language, text.Subject, text.Plain, html.Append("</body></html>").ToString(), text.Short);
    }

    private static string Linked(string encoded) => encoded
        .Replace("{link}", "<a href=\"{link}\">{link}</a>", StringComparison.Ordinal)
        .Replace("{unsubscribe}", "<a href=\"{unsubscribe}\">{unsubscribe}</a>", StringComparison.Ordinal);

    private static string Digits(string value, string language) => language is not ("fa" or "ar")
        ? value
        : string.Concat(value.Select(c => c is >= '0' and <= '9' ? (char)((language == "fa" ? '۰' : '٠') + (c - '0')) : c));
}
