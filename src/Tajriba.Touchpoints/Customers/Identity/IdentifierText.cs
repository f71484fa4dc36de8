using System.Globalization;
using System.Text;

namespace Tajriba.Touchpoints.Customers.Identity;

/// <summary>The form of identifiers in which they are compared; what is shown stays as it was written.</summary>
internal static class IdentifierText
{
    /// <summary>NFKC, without marks that have no width or turn the direction, trimmed, in lower case.</summary>
    public static string Plain(string text)
    {
        if (System.Text.Ascii.IsValid(text))
        {
            return text.Trim().ToLowerInvariant();
        }

        var letters = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format)
            {
                letters.Append(rune.ToString());
            }
        }

        return letters.ToString().Normalize(NormalizationForm.FormKC).Trim().ToLowerInvariant();
    }
}
