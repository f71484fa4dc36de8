namespace Tajriba.Touchpoints.Channels.Webhooks;

/// <summary><c>Tajriba:Webhooks</c> in the configuration.</summary>
public sealed record WebhookOptions
{
    /// <summary>Whether plain http is allowed too.</summary>
    public bool AllowHttp { get; init; }

    /// <summary>Networks that are reached although they are not public, as CIDR (<c>10.1.0.0/16</c>); for receivers within the organization.</summary>
    public IReadOnlyList<string> AllowPrivate { get; init; } = [];

    /// <summary>How many deliveries this node makes at the same time.</summary>
    public int Concurrency { get; init; } = 64;

    /// <summary>How many of them to one webhook.</summary>
    public int ConcurrencyEach { get; init; } = 4;

    /// <summary>How long one attempt may take in all.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);
}
