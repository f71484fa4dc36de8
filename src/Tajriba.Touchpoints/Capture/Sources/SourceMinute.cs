namespace Tajriba.Touchpoints.Capture.Sources;

/// <summary>What one source sent in one minute.</summary>
/// <param name="SourceId">Who.</param>
/// <param name="Minute">Whole minutes since 1970.</param>
/// <param name="Taken">Events that were taken, those told before among them.</param>
/// <param name="Refused">What was refused.</param>
/// <param name="Requests">Requests that were answered.</param>
/// <param name="Milliseconds">Time to their answers, in all.</param>
/// <param name="Ahead">Events taken that said they happened well after they arrived.</param>
public sealed record SourceMinute(long SourceId, long Minute, long Taken, long Refused, long Requests, double Milliseconds, long Ahead = 0)
{
    /// <summary>The two together.</summary>
    public SourceMinute And(SourceMinute other) => this with
    {
        Taken = Taken + other.Taken,
        Refused = Refused + other.Refused,
        Requests = Requests + other.Requests,
        Milliseconds = Milliseconds + other.Milliseconds,
        Ahead = Ahead + other.Ahead,
    };
}
