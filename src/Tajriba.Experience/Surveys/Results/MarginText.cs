using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Tajriba.Experience.Surveys.Results;

/// <summary>Margins as people write them: a line each, <c>context.segment: premium = 20, standard = 80</c>.</summary>
public static partial class MarginText
{
    /// <summary>Margins that can be met at once.</summary>
    public const int Most = 2;

    private const int MostShares = 100;
    private const int LongestValue = 100;

    /// <summary>The margins, or null with the line that cannot be read.</summary>
    /// <param name="text">Lines; empty ones do not count.</param>
    /// <param name="number">Reads a number in the writer's digits; null where it is none.</param>
    /// <param name="bad">The line at fault.</param>
    public static IReadOnlyList<Margin>? Parse(string? text, Func<string, double?> number, out string bad)
    {
        ArgumentNullException.ThrowIfNull(number);
        List<Margin> margins = [];
        foreach (var line in (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            bad = line;
            if (line.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var cut) || !By().IsMatch(line[..cut].Trim()) || margins.Count == Most || margins.Any(m => m.By == line[..cut].Trim()))
            {
                return null;
            }

            var shares = new Dictionary<string, double>(StringComparer.Ordinal);
            foreach (var part in line[(cut + 1)..].Split([',', '،', ';', '؛'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var equals = part.LastIndexOf('=');
                if (equals <= 0 || part[..equals].Trim() is not { Length: > 0 and <= LongestValue } value
                    || number(part[(equals + 1)..].Trim().TrimEnd('%', '٪')) is not { } share || share is not (> 0 and < 1e15) || !shares.TryAdd(value, share))
                {
                    return null;
                }
            }

            if (shares.Count is < 2 or > MostShares)
            {
                return null;
            }

            margins.Add(new(line[..cut].Trim(), shares));
        }

        bad = "";
        return margins;
    }

    public static string Write(IReadOnlyList<Margin> margins)
    {
        ArgumentNullException.ThrowIfNull(margins);
        var text = new StringBuilder();
        foreach (var margin in margins)
        {
            text.Append(text.Length > 0 ? "\n" : "").Append(margin.By).Append(": ").AppendJoin(", ", margin.Shares.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Key} = {s.Value}")));
        }

        return text.ToString();
    }

    [GeneratedRegex("^(?:unit|channel|language|mode|context\\.[A-Za-z0-9_.-]{1,100})$", RegexOptions.None, 100)]
    private static partial Regex By();
}
