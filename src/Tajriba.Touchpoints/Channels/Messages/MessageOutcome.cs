namespace Tajriba.Touchpoints.Channels.Messages;

/// <summary>What became of a request. Both kinds are kept under <paramref name="Id"/>.</summary>
public abstract record MessageOutcome(long Id)
{
    /// <summary>It goes out at <paramref name="Due"/>, later than asked where the hour was quiet.</summary>
    public sealed record Queued(long Id, DateTimeOffset Due, string Channel) : MessageOutcome(Id);

    /// <summary>It never goes out.</summary>
    /// <param name="Id">Its number.</param>
    /// <param name="Reason">One of <see cref="SuppressionReasons"/>.</param>
    public sealed record Suppressed(long Id, string Reason) : MessageOutcome(Id);
}
