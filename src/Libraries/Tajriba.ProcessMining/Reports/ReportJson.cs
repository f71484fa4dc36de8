using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Tajriba.ProcessMining;

/// <summary>Writes plain values as JSON: objects a member a line, lists of plain values on one line, other lists an item a line.</summary>
internal static class ReportJson
{
    public static string Write(object value)
    {
        var text = new StringBuilder();
        Write(text, value, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object value, int depth)
    {
        switch (value)
        {
            case string s:
                text.Append('"').Append(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(s)).Append('"');
                break;
            case bool b:
                text.Append(b ? "true" : "false");
                break;
            case double d:
                text.Append(Number(d));
                break;
            case int or long:
                text.Append(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
                break;
            case IReadOnlyList<KeyValuePair<string, object>> members:
                Lines(text, '{', '}', [.. members], depth, m =>
                {
                    var member = (KeyValuePair<string, object>)m;
                    Write(text, member.Key, depth);
                    text.Append(": ");
                    Write(text, member.Value, depth + 1);
                });
                break;
            case IEnumerable list:
                object[] items = [.. list.Cast<object>()];
                if (Array.TrueForAll(items, i => i is string or IFormattable or bool))
                {
                    text.Append('[');
                    for (int i = 0; i < items.Length; i++)
                    {
                        text.Append(i == 0 ? "" : ", ");
                        Write(text, items[i], depth);
                    }

                    text.Append(']');
                }
                else
                {
                    Lines(text, '[', ']', items, depth, i => Write(text, i, depth + 1));
                }

                break;
            default:
                throw new ArgumentException($"A report holds no {value.GetType()}.", nameof(value));
        }
    }

    private static void Lines(StringBuilder text, char open, char close, object[] items, int depth, Action<object> write)
    {
        text.Append(open);
        for (int i = 0; i < items.Length; i++)
        {
            text.Append(i == 0 ? "\n" : ",\n").Append(' ', depth + 1);
            write(items[i]);
        }

        if (items.Length > 0)
        {
            text.Append('\n').Append(' ', depth);
        }

        text.Append(close);
    }

    /// <summary>Six decimals, the shortest form, with a point also when whole.</summary>
    private static string Number(double value)
    {
        string text = Math.Round(value, 6, MidpointRounding.ToEven).ToString("R", CultureInfo.InvariantCulture).ToLowerInvariant();
        return text.AsSpan().IndexOfAny('.', 'e') < 0 ? text + ".0" : text;
    }
}
