using Tajriba.Kernel.Jobs;

namespace Tajriba.Touchpoints.Capture.Import;

/// <summary>Removes files that were uploaded and never started. Those of imports that may still go on stay.</summary>
public sealed class UploadSweep(Uploads uploads, ImportStore imports, TimeProvider clock) : IScheduledJob
{
    /// <summary>How long an upload waits for its person.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        HashSet<string> needed = [.. await imports.UnfinishedPathsAsync(cancellationToken)];
        foreach (string path in uploads.OlderThan(clock.GetUtcNow() - Patience).Where(p => !needed.Contains(p)))
        {
            uploads.ForgetAt(path);
        }
    }
}
