using System.Globalization;
using System.Text;

namespace Tajriba.Touchpoints.Customers.Identity;

/// <summary>
/// E-mail addresses in one form: compatibility forms unified (NFKC), marks without width or for direction dropped, lower
/// case, the domain as it stands in DNS (punycode). Dots and plus parts stay: whether they matter is the provider's affair.
/// Letters of other scripts that only look alike stay apart, for the address is another mailbox.
/// </summary>
public static class EmailAddress
{
    private const int Longest = 254;
    private const int LongestLocal = 64;
    private static readonly IdnMapping Domains = new() { UseStd3AsciiRules = true };

    /// <summary>The canonical address, or null where the text is none.</summary>
    public static string? Canonical(string text)
    {
        string plain = IdentifierText.Plain(text);
        int at = plain.LastIndexOf('@');
        if (at is < 1 or > LongestLocal || plain.IndexOf('@') != at || plain.Length > Longest || plain.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is ',' or ';' or '<' or '>' or '"'))
        {
            return null;
        }

        try
        {
            string domain = Domains.GetAscii(plain[(at + 1)..].TrimEnd('.')).ToLowerInvariant();
            return domain.IndexOf('.') > 0 && at + 1 + domain.Length <= Longest ? string.Concat(plain.AsSpan(0, at + 1), domain) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
