using Tajriba.Kernel.Jobs;

namespace Tajriba.Touchpoints.Capture.Sources;

/// <summary>Forgets by minute what no page looks at any more.</summary>
public sealed class ActivitySweep(ActivityStore store, TimeProvider clock) : IScheduledJob
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public Task RunAsync(CancellationToken cancellationToken) => store.ForgetAsync((clock.GetUtcNow() - Kept).ToUnixTimeSeconds() / 60, cancellationToken);
}
