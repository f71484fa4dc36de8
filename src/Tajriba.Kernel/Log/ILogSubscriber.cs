namespace Tajriba.Kernel.Log;

/// <summary>
/// Hears the log in order, at least once; keeps its own position by name. Handlers are idempotent. Resolved from the
/// container; <c>services.AddLogSubscriber&lt;T&gt;()</c> registers one.
/// </summary>
public interface ILogSubscriber
{
    /// <summary>Stable name under which the position is kept.</summary>
    string Name { get; }

    /// <summary>How long it may lag behind at most while the log is busy, besides the time that it takes itself.</summary>
    TimeSpan LongestRest => TimeSpan.FromSeconds(30);

    /// <summary>Handles the events after <paramref name="afterPosition"/> and returns the position it reached.</summary>
    Task<long> HandleAsync(IExperienceLog log, long afterPosition, CancellationToken cancellationToken);

    /// <summary>Forgets everything, so that the next handling starts at position 0 and ends in the same state.</summary>
    Task ResetAsync(CancellationToken cancellationToken);
}
