using Tajriba.Kernel.Jobs;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Surveys.Respond;

/// <summary>
/// Forgets answers that nobody finished for 60 days, traces of finished ones after two, thanks after an hour, and of what was begun
/// without a link of one's own all but the last of each survey, so that nobody fills the disk with beginnings.
/// </summary>
internal sealed class DraftSweep(IDatabase database, TimeProvider clock) : IScheduledJob
{
    private const int MostBegun = 50_000;

    public Task RunAsync(CancellationToken cancellationToken)
        => database.WriteAsync(
            (transaction, cancel) => transaction.Command(
                """
                DELETE FROM surveys_drafts WHERE changed_at < @old OR (done_at IS NOT NULL AND changed_at < @ended);
                UPDATE surveys_drafts SET thanks = NULL WHERE thanks IS NOT NULL AND done_at < @thanked;
                DELETE FROM surveys_drafts WHERE id IN (
                    SELECT id FROM (SELECT id, ROW_NUMBER() OVER (PARTITION BY survey_id ORDER BY changed_at DESC) AS place FROM surveys_drafts WHERE done_at IS NULL AND customer_id IS NULL) AS begun
                    WHERE place > @most);
                """,
                ("thanked", Microseconds.Of(clock.GetUtcNow() - TimeSpan.FromHours(1))), ("most", MostBegun),
                ("old", Microseconds.Of(clock.GetUtcNow() - TimeSpan.FromDays(60))), ("ended", Microseconds.Of(clock.GetUtcNow() - TimeSpan.FromDays(2)))).RunAsync(cancel),
            cancellationToken);
}
