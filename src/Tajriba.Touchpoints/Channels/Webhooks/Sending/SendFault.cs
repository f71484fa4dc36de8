namespace Tajriba.Touchpoints.Channels.Webhooks.Sending;

/// <summary>Why an attempt got no answer.</summary>
public enum SendFault
{
    None,

    /// <summary>The host's address may not be reached.</summary>
    AddressRefused,

    /// <summary>The host's name has no address.</summary>
    NameUnknown,

    /// <summary>Nothing answers there, or the connection broke.</summary>
    NoConnection,

    /// <summary>The host's certificate is not trusted.</summary>
    NotTrusted,

    /// <summary>It took too long.</summary>
    Timeout,

    /// <summary>What came back is no HTTP.</summary>
    NotHttp,

    /// <summary>The secret cannot be opened any more: the key that sealed it is lost.</summary>
    SecretLost,

    /// <summary>The event is not in the log any more.</summary>
    EventGone,
}
