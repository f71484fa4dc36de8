using System.Text;

namespace Tajriba.Touchpoints.Channels.Webhooks.Telling;

/// <summary>An event's name as the dotted type of the specification: <c>Order Completed</c> and <c>orderCompleted</c> are <c>order.completed</c>.</summary>
public static class EventType
{
    /// <summary>The type of names without a letter or digit of ASCII; the true name stands in the data.</summary>
    public const string Nameless = "event";

    /// <summary>Of <c>a-z</c>, <c>0-9</c>, <c>_</c> and single dots between them.</summary>
    public static string Of(string name)
    {
        var type = new StringBuilder(name.Length);
        char before = '.';
        foreach (char c in name)
        {
            bool isPart = char.IsAsciiLetterOrDigit(c) || c == '_';
            if (type.Length > 0 && type[^1] != '.' && (!isPart || (char.IsAsciiLetterUpper(c) && char.IsAsciiLetterLower(before))))
            {
                type.Append('.');
            }

            if (isPart)
            {
                type.Append(char.ToLowerInvariant(c));
            }

            before = c;
        }

        if (type.Length > 0 && type[^1] == '.')
        {
            type.Length--;
        }

        return type.Length == 0 ? Nameless : type.ToString();
    }
}
