using FsCheck;
using FsCheck.Fluent;
using Tajriba.Touchpoints.Customers.Identity;

namespace Tajriba.Touchpoints.Tests.Customers.Identity;

/// <summary>Addresses and numbers in the form in which they are compared.</summary>
public sealed class CanonicalFormTests
{
    private static readonly PhoneNumber Iran = new IdentitySettings().Phone;

    [Theory]
    [InlineData("Sara@Example.COM", "sara@example.com")]
    [InlineData("  sara.k+news@gmail.com ", "sara.k+news@gmail.com")]
    [InlineData("ｓａｒａ@example.com", "sara@example.com")]
    [InlineData("sara@مثال.ایران", "sara@xn--mgbh0fb.xn--mgba3a4f16a")]
    [InlineData("sara@bücher.de.", "sara@xn--bcher-kva.de")]
    [InlineData("سارا@example.com", "سارا@example.com")]
    [InlineData("sara@localhost", null)]
    [InlineData("sara", null)]
    [InlineData("@example.com", null)]
    [InlineData("a b@example.com", null)]
    [InlineData("a@b@example.com", null)]
    [InlineData("a@-x.com", null)]
    [InlineData("", null)]
    public void Addresses(string written, string? canonical) => Assert.Equal(canonical, EmailAddress.Canonical(written));

    [Theory]
    [InlineData("sa\u200Bra@example.com")]
    [InlineData("\u202Esara@example.com\u202C")]
    [InlineData("sara@exam\u00ADple.com\uFEFF")]
    public void Case25_marks_that_nobody_sees_do_not_make_another_address(string written) => Assert.Equal("sara@example.com", EmailAddress.Canonical(written));

    [Fact]
    public void Case25_letters_of_another_script_are_another_mailbox() => Assert.NotEqual(EmailAddress.Canonical("sara@example.com"), EmailAddress.Canonical("sаra@example.com"));

    [Theory]
    [InlineData("09123456789", "+989123456789")]
    [InlineData("0912 345 67 89", "+989123456789")]
    [InlineData("(0912) 345-6789", "+989123456789")]
    [InlineData("۰۹۱۲۳۴۵۶۷۸۹", "+989123456789")]
    [InlineData("٠٩١٢٣٤٥٦٧٨٩", "+989123456789")]
    [InlineData("989123456789", "+989123456789")]
    [InlineData("00989123456789", "+989123456789")]
    [InlineData("+98 (0)912 345 6789", "+989123456789")]
    [InlineData("\u200E+98\u00A0912\u2011345\u20116789", "+989123456789")]
    [InlineData("9123456789", "+989123456789")]
    [InlineData("021-88776655", "+982188776655")]
    [InlineData("+44 20 7946 0958", "+442079460958")]
    [InlineData("0044 20 7946 0958", "+442079460958")]
    [InlineData("0912345678", null)]
    [InlineData("+98912345678", null)]
    [InlineData("+1234", null)]
    [InlineData("+0123456789", null)]
    [InlineData("12345678901234567", null)]
    [InlineData("0912345678x9", null)]
    [InlineData("call me", null)]
    [InlineData("", null)]
    public void Numbers(string written, string? canonical) => Assert.Equal(canonical, Iran.Canonical(written));

    [Theory]
    [InlineData("0912", "+98912")]
    [InlineData("۰۹۱۲ ۳", "+989123")]
    [InlineData("+4420", "+4420")]
    [InlineData("98912", "+98912")]
    [InlineData("sara", null)]
    public void Beginnings(string written, string? beginning) => Assert.Equal(beginning, Iran.Beginning(written));

    [Theory]
    [InlineData("+989111111111", true)]
    [InlineData("+989999999999", true)]
    [InlineData("+989121234567", true)]
    [InlineData("+989123456789", true)]
    [InlineData("+989123456780", false)]
    public void Fillers(string canonical, bool filler) => Assert.Equal(filler, PhoneNumber.IsFiller(canonical));

    [Fact]
    public void The_canonical_form_of_anything_is_its_own() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text =>
        {
            string wild = text ?? "";
            return (EmailAddress.Canonical(wild + "@example.com") is not { } email || EmailAddress.Canonical(email) == email)
                && (Iran.Canonical(wild) is not { } phone || Iran.Canonical(phone) == phone);
        }).QuickCheckThrowOnFailure();
}
