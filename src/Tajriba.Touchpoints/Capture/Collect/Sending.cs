using Tajriba.Kernel.Log;

namespace Tajriba.Touchpoints.Capture.Collect;

/// <summary>What one request brings, on its way to a commit.</summary>
internal sealed class Sending(IReadOnlyList<NewEvent> events, IReadOnlyList<Refusal> refusals)
{
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<NewEvent> Events { get; } = events;

    public IReadOnlyList<Refusal> Refusals { get; } = refusals;

    /// <summary>Completes once all of it is durable; fails where it could not be kept.</summary>
    public Task Done => done.Task;

    public void Kept() => done.TrySetResult();

    public void Lost(Exception cause) => done.TrySetException(cause);
}
