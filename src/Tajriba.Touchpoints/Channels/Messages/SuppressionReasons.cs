namespace Tajriba.Touchpoints.Channels.Messages;

/// <summary>Why a message does not go out: codes as the log and the API have them.</summary>
public static class SuppressionReasons
{
    /// <summary>No gateway that is on serves any of the channels.</summary>
    public const string NoGateway = "no-gateway";

    /// <summary>No address of the person for any of the channels is known.</summary>
    public const string NoAddress = "no-address";

    /// <summary>The person does not want this topic, or nothing at all.</summary>
    public const string Unsubscribed = "unsubscribed";

    /// <summary>The topic takes a yes that was never given.</summary>
    public const string NoConsent = "no-consent";

    /// <summary>The person has got as many as the rules allow.</summary>
    public const string TooMany = "too-many";

    /// <summary>The last one is too short a while ago, or the next one too near.</summary>
    public const string TooSoon = "too-soon";

    /// <summary>It could only go out after its end.</summary>
    public const string Expired = "expired";

    public static IReadOnlyList<string> All { get; } = [TooMany, TooSoon, NoAddress, Unsubscribed, NoConsent, Expired, NoGateway];
}
