using Tajriba.Kernel.Jobs;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Surveys.Respond;

/// <summary>Forgets answers that nobody finished for 60 days, and traces of finished ones after two.</summary>
internal sealed class DraftSweep(IDatabase database, TimeProvider clock) : IScheduledJob
{
    public Task RunAsync(CancellationToken cancellationToken)
        => database.WriteAsync(
            (transaction, cancel) => transaction.Command(
                "DELETE FROM surveys_drafts WHERE changed_at < @old OR (done_at IS NOT NULL AND changed_at < @ended)",
                ("old", Microseconds.Of(clock.GetUtcNow() - TimeSpan.FromDays(60))), ("ended", Microseconds.Of(clock.GetUtcNow() - TimeSpan.FromDays(2)))).RunAsync(cancel),
            cancellationToken);
}
