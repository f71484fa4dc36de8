namespace Tajriba.Touchpoints.Channels.Messages.Consent;

/// <summary>What people may unsubscribe from.</summary>
/// <param name="Code">Its code, as requests have it.</param>
/// <param name="En">Name in English.</param>
/// <param name="Fa">Name in Persian.</param>
/// <param name="Ar">Name in Arabic.</param>
/// <param name="AsksFirst">Nothing goes out before the person said yes; else until they say no.</param>
public sealed record MessageTopic(string Code, string En, string Fa, string Ar, bool AsksFirst = false)
{
    /// <summary>The decision about all topics.</summary>
    public const string Everything = "*";

    /// <summary>Those that there are before anybody names others.</summary>
    public static IReadOnlyList<MessageTopic> Usual { get; } = [new("surveys", "Questions about our service", "نظرسنجی درباره خدمات ما", "أسئلة عن خدماتنا")];

    public string In(string language) => language switch { "fa" => Fa, "ar" => Ar, _ => En };
}
