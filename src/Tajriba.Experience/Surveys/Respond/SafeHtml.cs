using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Tajriba.Experience.Surveys.Respond;

/// <summary>
/// Lets an author's HTML through as far as it formats: a few elements, links and nothing else. Whatever is not on the list is
/// shown as the text that it is made of, never as markup.
/// </summary>
internal static partial class SafeHtml
{
    private const int MostNested = 50;

    private static readonly HashSet<string> Paired = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "b", "strong", "i", "em", "u", "ul", "ol", "li", "h2", "h3", "h4", "blockquote", "small", "span", "div", "a", "bdi",
    };

    /// <summary>Elements of which not even the text is for readers.</summary>
    private static readonly HashSet<string> Dropped = new(StringComparer.OrdinalIgnoreCase) { "script", "style", "template", "noscript", "iframe", "object", "svg", "math", "title", "textarea" };

    /// <summary>The same, clean and with every element closed.</summary>
    public static string Clean(string html)
    {
        var result = new StringBuilder(html.Length);
        var open = new Stack<string>();
        string? dropping = null;
        var from = 0;
        foreach (Match tag in Tag().Matches(html))
        {
            if (dropping is null)
            {
                Text(result, html.AsSpan(from, tag.Index - from));
            }

            from = tag.Index + tag.Length;
            var name = tag.Groups["name"].Value;
            var isEnd = tag.Groups["end"].Length > 0;
            if (dropping is not null)
            {
                dropping = isEnd && name.Equals(dropping, StringComparison.OrdinalIgnoreCase) ? null : dropping;
            }
            else if (Dropped.Contains(name))
            {
                dropping = isEnd || tag.Value.EndsWith("/>", StringComparison.Ordinal) ? null : name;
            }
            else if (name.Equals("br", StringComparison.OrdinalIgnoreCase))
            {
                result.Append("<br>");
            }
            else if (Paired.Contains(name))
            {
                Pair(result, open, name.ToLowerInvariant(), isEnd, tag.Groups["rest"].Value);
            }
        }

        if (dropping is null)
        {
            Text(result, html.AsSpan(from));
        }

        while (open.TryPop(out var name))
        {
            result.Append("</").Append(name).Append('>');
        }

        return result.ToString();
    }

    /// <summary>The address of a picture that the page may load: of this site, or within the page itself.</summary>
    public static string? Picture(string? address)
        => address is null || address.Length == 0 ? null
            : PictureData().IsMatch(address) ? address
            : address[0] == '/' && !address.StartsWith("//", StringComparison.Ordinal) && !address.Contains('\\', StringComparison.Ordinal) ? address
            : null;

    private static void Pair(StringBuilder result, Stack<string> open, string name, bool isEnd, string rest)
    {
        if (!isEnd)
        {
            if (open.Count < MostNested)
            {
                open.Push(name);
                result.Append('<').Append(name).Append(name == "a" ? Link(rest) : "").Append('>');
            }

            return;
        }

        if (!open.Contains(name))
        {
            return;
        }

        while (open.TryPop(out var inner))
        {
            result.Append("</").Append(inner).Append('>');
            if (inner == name)
            {
                return;
            }
        }
    }

    private static string Link(string attributes)
    {
        var address = WebUtility.HtmlDecode(Address().Match(attributes).Groups["address"].Value);
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto" or "tel"
            ? $" href=\"{WebUtility.HtmlEncode(uri.AbsoluteUri)}\" rel=\"noopener noreferrer nofollow\" target=\"_blank\""
            : "";
    }

    /// <summary>Entities stay what they are; whatever could begin a tag does not.</summary>
    private static void Text(StringBuilder result, ReadOnlySpan<char> text)
        => result.Append(WebUtility.HtmlEncode(WebUtility.HtmlDecode(text.ToString())));

    [GeneratedRegex("""<(?<end>/?)(?<name>[a-zA-Z][a-zA-Z0-9]*)(?<rest>(?:[^<>"']|"[^"]*"|'[^']*')*)>|<!--.*?-->""", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex("""(?:^|\s)href\s*=\s*(?:"(?<address>[^"]*)"|'(?<address>[^']*)'|(?<address>[^\s"'>]+))""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    [GeneratedRegex("^data:image/(?:png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/=]+$", RegexOptions.None, 500)]
    private static partial Regex PictureData();
}
