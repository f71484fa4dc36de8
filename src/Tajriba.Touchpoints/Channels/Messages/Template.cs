using System.Text;

namespace Tajriba.Touchpoints.Channels.Messages;

/// <summary>Texts with <c>{names}</c> in them. What is no known name stays as it is written.</summary>
internal static class Template
{
    /// <summary>Puts in what <paramref name="value"/> gives for each name; values are not looked through again.</summary>
    public static string Fill(string template, Func<string, string?> value)
    {
        var text = new StringBuilder(template.Length);
        var at = 0;
        while (at < template.Length)
        {
            int open = template.IndexOf('{', at);
            int close = open < 0 ? -1 : template.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            if (value(template[(open + 1)..close]) is { } known)
            {
                text.Append(template, at, open - at).Append(known);
                at = close + 1;
            }
            else
            {
                text.Append(template, at, open + 1 - at);
                at = open + 1;
            }
        }

        return text.Append(template, at, template.Length - at).ToString();
    }
}
