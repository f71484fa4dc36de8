using Tajriba.Touchpoints.Customers.Identity;

namespace Tajriba.Touchpoints.Channels.Messages;

/// <summary>By which media people are written to. Messengers are reached by telephone number, as their gateways have it.</summary>
public static class MessageChannels
{
    public const string Email = "email";
    public const string Sms = "sms";

    public static IReadOnlyList<string> All { get; } = [Email, Sms, "whatsapp", "telegram", "bale", "eitaa", "rubika"];

    internal static IdentifierKind AddressOf(string channel) => channel == Email ? IdentifierKind.Email : IdentifierKind.Phone;
}
