namespace Tajriba.Kernel.Log;

/// <summary>The subscribers of the log, seen from outside.</summary>
public interface ILogSubscribers
{
    /// <summary>How far each has come.</summary>
    IReadOnlyList<LogSubscriberState> States { get; }

    /// <summary>Brings every subscriber to the head of the log; failures throw. For the command line and tests.</summary>
    Task CatchUpAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Lets one subscriber forget everything and hear the log from its start. Returns when it has reached the head.
    /// The name <c>timelines</c> stands for the log's own timelines of objects.
    /// </summary>
    /// <exception cref="ArgumentException">No subscriber has this name.</exception>
    Task RebuildAsync(string name, CancellationToken cancellationToken = default);
}

/// <param name="Name">The subscriber's name.</param>
/// <param name="Position">Last position it has handled.</param>
/// <param name="Head">Head of the log.</param>
/// <param name="LastError">Why the last attempt failed, or null where it succeeded.</param>
public sealed record LogSubscriberState(string Name, long Position, long Head, string? LastError);
