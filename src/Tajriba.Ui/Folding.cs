using System.Globalization;
using System.Text;

namespace Tajriba.Ui;

/// <summary>Makes spellings of one word equal for searching: case, accents, Arabic and Persian yeh, kaf, alef and heh, digits, joiners.</summary>
public static class Folding
{
    /// <summary>The folded text; equal for texts that a reader takes for the same.</summary>
    public static string Fold(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            var category = CharUnicodeInfo.GetUnicodeCategory(c);
            if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format || c == 'ـ')
            {
                continue;
            }

            letters.Append(c switch
            {
                >= '۰' and <= '۹' => (char)('0' + (c - '۰')),
                >= '٠' and <= '٩' => (char)('0' + (c - '٠')),
                'ي' or 'ى' or 'ئ' => 'ی',
                'ك' => 'ک',
                'أ' or 'إ' or 'آ' or 'ٱ' => 'ا',
                'ؤ' => 'و',
                'ة' or 'ۀ' => 'ه',
                _ => char.IsWhiteSpace(c) || category is UnicodeCategory.DashPunctuation ? ' ' : char.ToLowerInvariant(c),
            });
        }

        return string.Join(' ', letters.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>True where every word of the folded query begins a word of the folded text; the Arabic article may be left out.</summary>
    public static bool Matches(string folded, string query)
    {
        var text = " " + folded;
        return query.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word =>
            text.Contains(" " + word, StringComparison.Ordinal) || text.Contains(" ال" + word, StringComparison.Ordinal));
    }
}
