using System.Globalization;
using System.Text;

namespace Tajriba.Questionnaires;

/// <summary>A text as its words are compared: lower case, one spelling of each letter, one space between words and around all.</summary>
internal static class FoldedText
{
    private const char Tatweel = 'ـ';
    private const char ZeroWidthNonJoiner = '\u200C';

    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length + 2).Append(' ');
        foreach (var letter in text.Normalize(NormalizationForm.FormKD))
        {
            if (letter is Tatweel or ZeroWidthNonJoiner || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
            {
                continue;
            }

            if (char.IsLetterOrDigit(letter) || letter is '\'' or '’')
            {
                folded.Append(One(char.ToLowerInvariant(letter)));
            }
            else if (folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded[^1] == ' ' ? folded.ToString() : folded.Append(' ').ToString();
    }

    /// <summary>How many words a folded text has.</summary>
    public static int Words(string folded) => folded.AsSpan().Count(' ') - 1;

    private static char One(char letter) => letter switch
    {
        'ي' or 'ى' => 'ی',
        'ك' => 'ک',
        'أ' or 'إ' or 'آ' or 'ٱ' => 'ا',
        'ة' => 'ه',
        '’' => '\'',
        _ => letter,
    };
}
