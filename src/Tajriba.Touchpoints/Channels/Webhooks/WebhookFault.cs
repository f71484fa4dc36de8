namespace Tajriba.Touchpoints.Channels.Webhooks;

/// <summary>Why settings of a webhook are refused.</summary>
public enum WebhookFault
{
    None,

    /// <summary>Not an absolute address of at most 2,048 characters.</summary>
    Url,

    /// <summary>Neither https nor, where the configuration allows it, http.</summary>
    Scheme,

    /// <summary>The address carries a user name or password.</summary>
    Credentials,

    /// <summary>A port that other kinds of service listen on.</summary>
    Port,

    /// <summary>An address inside the organization's network or of no network at all.</summary>
    Address,

    /// <summary>The description is too long.</summary>
    Description,

    /// <summary>An event name or object type is empty or too long, or there are too many.</summary>
    Choices,

    /// <summary>There is no such source.</summary>
    Source,
}
