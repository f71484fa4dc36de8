using Tajriba.Kernel.Jobs;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Surveys.Invite;

/// <summary>Takes invitations away two years after their end: what the log was told of them stays there.</summary>
internal sealed class InvitePurge(IDatabase database, TimeProvider clock) : IScheduledJob
{
    private const int Part = 1000;
    private static readonly TimeSpan Life = TimeSpan.FromDays(730);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var until = Microseconds.Of(clock.GetUtcNow() - Life);
        int gone;
        do
        {
            gone = await database.WriteAsync(
                (transaction, cancel) => transaction.Command(
                    $"DELETE FROM surveys_invitations WHERE id IN (SELECT id FROM surveys_invitations WHERE expires_at < @until AND state NOT IN ('planned', 'queued') LIMIT {Part})", ("until", until)).RunAsync(cancel),
                cancellationToken);
        }
        while (gone == Part);
    }
}
