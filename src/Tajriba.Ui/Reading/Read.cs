using System.Globalization;
using Tajriba.Kernel.Access;

namespace Tajriba.Ui;

/// <summary>
/// The mirror of <see cref="Show"/>: reads what people type, in Latin, Persian or Arabic digits, in either calendar and any
/// of the house's languages. Every method returns null where the text cannot be read.
/// </summary>
public sealed partial class Read
{
    private readonly TimeZoneInfo zone;

    public Read(ReaderPreferences reader)
    {
        Reader = reader;
        zone = TimeZoneInfo.TryFindSystemTimeZoneById(reader.TimeZone, out var found) ? found : TimeZoneInfo.Utc;
    }

    public ReaderPreferences Reader { get; }

    /// <summary>A number: "12,480.5", "۱۲٬۴۸۰٫۵", "−3". Grouping is forgiven; percent signs and units are not.</summary>
    public decimal? Number(string? text)
    {
        var plain = Plain(text).Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return plain.Length is > 0 and <= 40
            && decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
    }

    /// <summary>A whole number.</summary>
    public long? Count(string? text)
        => Number(text) is { } n && n == decimal.Truncate(n) && n is >= long.MinValue and <= long.MaxValue ? (long)n : null;

    /// <summary>A share from a percentage, with or without its sign: "12.3%" and "12.3" are 0.123.</summary>
    public double? Percent(string? text) => Number(Plain(text).TrimEnd('%', ' ').TrimStart('%')) is { } n ? (double)(n / 100) : null;

    /// <summary>Latin digits, signs and separators; marks gone; white space single.</summary>
    internal static string Plain(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        var letters = new List<char>(text.Length);
        foreach (var c in Bidi.Strip(text).Normalize(System.Text.NormalizationForm.FormC))
        {
            var plain = c switch
            {
                >= '۰' and <= '۹' => (char)('0' + (c - '۰')),
                >= '٠' and <= '٩' => (char)('0' + (c - '٠')),
                '٬' => ',',
                '٫' => '.',
                '٪' => '%',
                '−' or '–' or '‐' or '‑' => '-',
                '،' => ',',
                'ي' or 'ى' => 'ی',
                'ك' => 'ک',
                '\u200c' or '\u00a0' or '\u202f' => ' ',
                _ => char.IsWhiteSpace(c) ? ' ' : c,
            };
            if (plain != ' ' || (letters.Count > 0 && letters[^1] != ' '))
            {
                letters.Add(plain);
            }
        }

        return new string([.. letters]).Trim();
    }
}
