using System.Security.Cryptography;
using System.Text;

namespace Tajriba.Touchpoints.Customers.Identity;

/// <summary>How careful joining is: <c>Tajriba:Identity</c> in the configuration. When anything of it changes, who is who is worked out anew.</summary>
public sealed record IdentitySettings
{
    private static readonly string[] Fillers =
    [
        "0", "-", "null", "(null)", "nil", "none", "na", "n/a", "nan", "undefined", "unknown", "anonymous", "anon", "guest", "test", "user", "true", "false", "[object object]",
        "00000000-0000-0000-0000-000000000000", "test@test.com", "test@example.com", "a@a.com", "noreply@example.com", "ناشناس", "مهمان", "مجهول",
    ];

    /// <summary>With how many customers a visitor may be met, or how many may follow one id, before it joins none of them. At least 1.</summary>
    public int CustomersPerVisitor { get; init; } = 3;

    /// <summary>How many customers may have the same verified address or number before it joins none of them. At least 1.</summary>
    public int CustomersPerContact { get; init; } = 3;

    /// <summary>Calling code of the region in which numbers without one are meant.</summary>
    public string PhoneRegion { get; init; } = "98";

    /// <summary>What stands before national numbers there.</summary>
    public string PhoneTrunk { get; init; } = "0";

    /// <summary>How many digits a national number has there.</summary>
    public int PhoneDigits { get; init; } = 10;

    /// <summary>More values that identify nobody.</summary>
    public IReadOnlyList<string> Blocked { get; init; } = [];

    /// <summary>Names of sources in the log (<c>source:3</c>) that verify all contact data in the traits that they tell, beside those whose pages say so.</summary>
    public IReadOnlyList<string> VerifyingSources { get; init; } = [];

    public PhoneNumber Phone => new(PhoneRegion, PhoneTrunk, PhoneDigits);

    /// <summary>The same for settings that lead to the same result; changes with the rules themselves.</summary>
    internal string Fingerprint(Vouching vouching) => "3:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n',
        [CustomersPerVisitor, CustomersPerContact, PhoneRegion, PhoneTrunk, PhoneDigits, .. Blocked.Order(StringComparer.Ordinal), "", .. vouching.Emails, "", .. vouching.Phones]))));

    /// <summary>Whether a value identifies nobody.</summary>
    internal bool IsFiller(IdentifierKind kind, string id)
    {
        string plain = IdentifierText.Plain(id);
        return plain.Length == 0 || Fillers.Contains(plain, StringComparer.Ordinal) || Blocked.Any(b => IdentifierText.Plain(b) == plain)
            || (kind == IdentifierKind.Phone && PhoneNumber.IsFiller(id));
    }

    /// <summary>How many customers an identifier of this kind may join.</summary>
    internal int MostCustomers(IdentifierKind kind) => kind is IdentifierKind.Customer or IdentifierKind.Visitor ? CustomersPerVisitor : CustomersPerContact;
}
