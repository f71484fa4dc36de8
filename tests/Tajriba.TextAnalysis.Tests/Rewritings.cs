using System.Text;

namespace Tajriba.TextAnalysis.Tests;

/// <summary>Ways to write the same text otherwise.</summary>
internal static class Rewritings
{
    public static readonly (string Name, Func<string, string> Rewrite)[] All =
    [
        ("composed", t => t.Normalize(NormalizationForm.FormC)),
        ("decomposed", t => t.Normalize(NormalizationForm.FormD)),
        ("Arabic keyboard", t => t.Replace('ی', 'ي').Replace('ک', 'ك')),
        ("Persian keyboard", t => t.Replace('ي', 'ی').Replace('ك', 'ک')),
        ("tatweel", t => Between(t, "ـ")),
        ("marks", t => Between(t, "\u064E")),
        ("joiner as space", t => t.Replace('\u200C', ' ')),
        ("joiner as not sign", t => t.Replace('\u200C', '\u00AC')),
        ("joiner as soft hyphen", t => t.Replace('\u200C', '\u00AD')),
        ("space as joiner", t => SpacesAsJoiners(t)),
        ("Persian digits", t => Digits(t, '۰')),
        ("Arabic digits", t => Digits(t, '٠')),
        ("ASCII digits", t => Digits(t, '0')),
        ("full-width digits", t => Digits(t, '０')),
        ("trailing controls", t => t + "\u200F\u0000\u200E\u0007 \r\n"),
    ];

    private static bool IsArabic(char c) => c is >= '\u0621' and <= '\u06D3' and not 'ـ' && char.IsLetter(c);

    private static string Between(string text, string mark)
    {
        var written = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
        {
            written.Append(text[i]);
            if (IsArabic(text[i]) && i + 1 < text.Length && IsArabic(text[i + 1]))
            {
                written.Append(mark);
            }
        }

        return written.ToString();
    }

    private static string SpacesAsJoiners(string text)
    {
        var written = new StringBuilder(text);
        for (int i = 1; i + 1 < text.Length; i++)
        {
            if (text[i] == ' ' && IsArabic(text[i - 1]) && IsArabic(text[i + 1]))
            {
                written[i] = '\u200C';
            }
        }

        return written.ToString();
    }

    private static string Digits(string text, char zero) =>
        string.Concat(text.Select(c => char.IsDigit(c) ? (char)(zero + System.Globalization.CharUnicodeInfo.GetDecimalDigitValue(c)) : c));
}
