using System.Globalization;
using System.Text;

namespace Tajriba.Touchpoints.Customers.Identity;

/// <summary>
/// Telephone numbers in international form (ITU-T E.164: a plus and at most 15 digits). Exact for the home region, whose
/// national numbers have one length; numbers of other regions are taken where they are written internationally.
/// </summary>
/// <param name="Region">Calling code of the home region, <c>98</c> for Iran.</param>
/// <param name="Trunk">What stands before a national number when dialled at home, <c>0</c> in Iran.</param>
/// <param name="Digits">Digits of a national number without it, 10 in Iran.</param>
public sealed record PhoneNumber(string Region, string Trunk, int Digits)
{
    private const int Fewest = 8;
    private const int Most = 15;
    private const int SameTail = 7;

    /// <summary>The canonical number, or null where the text is none.</summary>
    public string? Canonical(string text)
    {
        if (Read(text) is not { } read)
        {
            return null;
        }

        (string digits, bool international) = read;
        if (!international)
        {
            digits = digits.StartsWith(Trunk, StringComparison.Ordinal) && digits.Length == Trunk.Length + Digits ? Region + digits[Trunk.Length..]
                : digits.Length == Digits && !digits.StartsWith(Trunk, StringComparison.Ordinal) ? Region + digits
                : digits.StartsWith(Region, StringComparison.Ordinal) && digits.Length == Region.Length + Digits ? digits
                : "";
        }
        else if (digits.StartsWith(Region + Trunk, StringComparison.Ordinal))
        {
            digits = Region + digits[(Region.Length + Trunk.Length)..];
        }

        bool fits = digits.StartsWith(Region, StringComparison.Ordinal) ? digits.Length == Region.Length + Digits : digits.Length is >= Fewest and <= Most;
        return fits && digits[0] != '0' ? "+" + digits : null;
    }

    /// <summary>How canonical numbers begin that a text may be the beginning of, or null where it can be of none.</summary>
    public string? Beginning(string text)
    {
        if (Read(text) is not { } read)
        {
            return null;
        }

        (string digits, bool international) = read;
        return international || digits.StartsWith(Region, StringComparison.Ordinal) ? "+" + digits
            : digits.StartsWith(Trunk, StringComparison.Ordinal) ? "+" + Region + digits[Trunk.Length..]
            : "+" + Region + digits;
    }

    /// <summary>Whether a canonical number is a filler: its last seven digits are one digit, or count up from 1.</summary>
    public static bool IsFiller(string canonical)
    {
        ReadOnlySpan<char> tail = canonical.AsSpan(Math.Max(0, canonical.Length - SameTail));
        return !tail.ContainsAnyExcept(tail[0]) || tail.SequenceEqual("1234567") || canonical.EndsWith("123456789", StringComparison.Ordinal);
    }

    /// <summary>The digits and whether the calling code is among them; null where anything stands there that belongs to no number.</summary>
    private static (string Digits, bool International)? Read(string text)
    {
        var digits = new StringBuilder(text.Length);
        bool international = false;
        foreach (char c in text)
        {
            UnicodeCategory category = CharUnicodeInfo.GetUnicodeCategory(c);
            if (category == UnicodeCategory.DecimalDigitNumber)
            {
                digits.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)));
            }
            else if (c is '+' or '＋' && digits.Length == 0 && !international)
            {
                international = true;
            }
            else if (!char.IsWhiteSpace(c) && category is not (UnicodeCategory.Format or UnicodeCategory.DashPunctuation) && c is not ('(' or ')' or '[' or ']' or '.' or '/'))
            {
                return null;
            }
        }

        if (!international && digits.Length > 2 && digits[0] == '0' && digits[1] == '0')
        {
            return (digits.ToString(2, digits.Length - 2), true);
        }

        return digits.Length == 0 ? null : (digits.ToString(), international);
    }
}
