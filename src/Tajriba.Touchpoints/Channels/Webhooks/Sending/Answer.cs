namespace Tajriba.Touchpoints.Channels.Webhooks.Sending;

/// <summary>What came of an attempt.</summary>
/// <param name="Status">The HTTP status; null where there was no answer.</param>
/// <param name="Fault">Why there was none.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Excerpt">How the answer's text began, or empty.</param>
public sealed record Answer(int? Status, SendFault Fault, TimeSpan Elapsed, string Excerpt)
{
    /// <summary>How long the receiver asked to be left alone; null where it did not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>It was taken.</summary>
    public bool IsGood => Status is >= 200 and <= 299;

    /// <summary>Nobody listens there any more.</summary>
    public bool IsGone => Status == 410;

    /// <summary>The receiver is overloaded: others of its messages wait too.</summary>
    public bool IsBusy => Status is 429 or 502 or 503 or 504;
}
