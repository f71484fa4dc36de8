using System.Text;
using System.Text.Json;

namespace Tajriba.Touchpoints.Customers.Identity;

/// <summary>
/// Finds addresses and numbers in the attributes of an event: beside each other at the top (imported logs) or in
/// <c>traits</c>, <c>context.traits</c> and <c>properties</c> (the Segment message). A flag beside them says whether they
/// were verified.
/// </summary>
internal static class ContactReader
{
    private const int LongestName = 32;
    private const int LongestValue = 320;

    private enum Place
    {
        Top,
        Context,
        Traits,
        Properties,
        Elsewhere,
    }

    /// <summary>Whether it is worth reading at all; most events are not.</summary>
    public static bool MayHold(ReadOnlySpan<byte> attributes) =>
        attributes.IndexOf("mail"u8) >= 0 || attributes.IndexOf("hone"u8) >= 0 || attributes.IndexOf("obile"u8) >= 0;

    /// <param name="attributes">A JSON object in UTF-8.</param>
    /// <param name="ofGroup">The traits are those of a group that the person joined, not the person's.</param>
    /// <param name="claims">Takes what is found.</param>
    public static void Read(ReadOnlySpan<byte> attributes, bool ofGroup, List<ContactClaim> claims)
    {
        var reader = new Utf8JsonReader(attributes);
        if (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            ReadObject(ref reader, Place.Top, ofGroup, claims);
        }
    }

    private static void ReadObject(ref Utf8JsonReader reader, Place place, bool ofGroup, List<ContactClaim> claims)
    {
        string? email = null;
        string? phone = null;
        bool emailVerified = false;
        bool phoneVerified = false;
        Span<byte> letters = stackalloc byte[LongestName];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<byte> name = Name(reader.ValueSpan, letters);
            Place inner = Inside(place, name, ofGroup);
            bool isEmail = name.SequenceEqual("email"u8);
            bool isPhone = name.SequenceEqual("phone"u8) || name.SequenceEqual("phonenumber"u8) || name.SequenceEqual("mobile"u8);
            bool isEmailFlag = name.SequenceEqual("emailverified"u8);
            bool isPhoneFlag = name.SequenceEqual("phoneverified"u8) || name.SequenceEqual("phonenumberverified"u8) || name.SequenceEqual("mobileverified"u8);
            reader.Read();
            if (inner != Place.Elsewhere && reader.TokenType == JsonTokenType.StartObject)
            {
                ReadObject(ref reader, inner, ofGroup, claims);
                continue;
            }

            email = isEmail ? Text(ref reader) ?? email : email;
            phone = isPhone ? Text(ref reader) ?? phone : phone;
            emailVerified |= isEmailFlag && IsTrue(ref reader);
            phoneVerified |= isPhoneFlag && IsTrue(ref reader);
            reader.Skip();
        }

        if (place != Place.Context && email is not null)
        {
            claims.Add(new ContactClaim(IdentifierKind.Email, email, emailVerified, place == Place.Traits));
        }

        if (place != Place.Context && phone is not null)
        {
            claims.Add(new ContactClaim(IdentifierKind.Phone, phone, phoneVerified, place == Place.Traits));
        }
    }

    private static Place Inside(Place place, ReadOnlySpan<byte> name, bool ofGroup) => place switch
    {
        Place.Top when name.SequenceEqual("traits"u8) => ofGroup ? Place.Elsewhere : Place.Traits,
        Place.Top when name.SequenceEqual("context"u8) => Place.Context,
        Place.Top when name.SequenceEqual("properties"u8) => Place.Properties,
        Place.Context when name.SequenceEqual("traits"u8) => Place.Traits,
        _ => Place.Elsewhere,
    };

    /// <summary>The name in lower case without underscores; empty where it is too long to be one of ours.</summary>
    private static ReadOnlySpan<byte> Name(ReadOnlySpan<byte> written, Span<byte> letters)
    {
        if (written.Length > LongestName)
        {
            return [];
        }

        int length = 0;
        foreach (byte letter in written)
        {
            if (letter != '_')
            {
                letters[length++] = letter is >= (byte)'A' and <= (byte)'Z' ? (byte)(letter | 0x20) : letter;
            }
        }

        return letters[..length];
    }

    private static string? Text(ref Utf8JsonReader reader) =>
        reader.ValueSpan.Length is 0 or > LongestValue ? null
        : reader.TokenType == JsonTokenType.String ? reader.GetString()
        : reader.TokenType == JsonTokenType.Number ? Encoding.UTF8.GetString(reader.ValueSpan)
        : null;

    private static bool IsTrue(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.True || (reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("true"));
}
