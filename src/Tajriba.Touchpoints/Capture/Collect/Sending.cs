using Tajriba.Kernel.Log;

namespace Tajriba.Touchpoints.Capture.Collect;

/// <summary>What one request brings, on its way to a commit.</summary>
internal sealed class Sending(long sourceId, IReadOnlyList<LiveEvent> events, IReadOnlyList<Refusal> refusals, IReadOnlyList<string>? freshNames = null)
{
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whose turn it takes.</summary>
    public long SourceId { get; } = sourceId;

    /// <summary>Their attributes stay as they are until <see cref="Done"/>.</summary>
    public IReadOnlyList<LiveEvent> Events { get; } = events;

    public IReadOnlyList<Refusal> Refusals { get; } = refusals;

    /// <summary>Names of events that this source has not used before, to be kept with the events.</summary>
    public IReadOnlyList<string> FreshNames { get; } = freshNames ?? [];

    /// <summary>Completes once all of it is durable; fails where it could not be kept.</summary>
    public Task Done => done.Task;

    public void Kept() => done.TrySetResult();

    public void Lost(Exception cause) => done.TrySetException(cause);
}
