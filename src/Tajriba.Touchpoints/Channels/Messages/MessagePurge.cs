using System.Data.Common;
using Tajriba.Kernel.Jobs;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Channels.Messages.Attention;

namespace Tajriba.Touchpoints.Channels.Messages;

/// <summary>
/// Takes away what is over: addresses and kept texts 90 days after a message was asked for, messages after two years (or as long
/// as the rules of attention look back), secrets of gateways 30 days after they were deleted, locks that nobody holds.
/// </summary>
public sealed class MessagePurge(IDatabase database, AttentionSettings attention, TimeProvider clock) : IScheduledJob
{
    private const int Part = 1000;
    private static readonly TimeSpan PersonalLife = TimeSpan.FromDays(90);
    private static readonly TimeSpan RecordLife = TimeSpan.FromDays(730);
    private static readonly TimeSpan DeletedLife = TimeSpan.FromDays(30);
    private static readonly TimeSpan LockLife = TimeSpan.FromDays(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        AttentionRules rules = await attention.GetAsync(cancellationToken);
        TimeSpan life = TimeSpan.FromDays(Math.Max(RecordLife.TotalDays, rules.Limits.Select(l => l.Days).DefaultIfEmpty(0).Max() + 1));
        await SweepAsync(
            "UPDATE channels_messages SET address = NULL, content = NULL, link = NULL", "channels_messages", "id", "made_at < @until AND state <> 'queued' AND (address IS NOT NULL OR content IS NOT NULL)", PersonalLife, cancellationToken);
        await SweepAsync("DELETE FROM channels_messages", "channels_messages", "id", "made_at < @until AND due < @until AND state <> 'queued'", life, cancellationToken);
        await SweepAsync("UPDATE channels_gateways SET secret = NULL, report_hash = NULL", "channels_gateways", "id", "deleted_at < @until AND (secret IS NOT NULL OR report_hash IS NOT NULL)", DeletedLife, cancellationToken);
        await SweepAsync("DELETE FROM channels_attention", "channels_attention", "customer", "touched < @until", LockLife, cancellationToken);
    }

    /// <summary>In parts, so that nobody who writes waits for long.</summary>
    private async Task SweepAsync(string what, string table, string key, string which, TimeSpan life, CancellationToken cancellationToken)
    {
        long until = Microseconds.Of(clock.GetUtcNow() - life);
        int gone;
        do
        {
            gone = await database.WriteAsync(
                (DbTransaction transaction, CancellationToken cancel) => transaction.Command(
                    $"{what} WHERE {key} IN (SELECT {key} FROM {table} WHERE {which} LIMIT {Part})", ("until", until)).RunAsync(cancel),
                cancellationToken);
        }
        while (gone == Part);
    }
}
