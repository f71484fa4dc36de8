using System.Data.Common;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Feedback.Cases.Watch;

/// <summary>Cases that time alone brings up.</summary>
public sealed class CaseWatch(IDatabase database, ICases cases, CasePromises promises, TimeProvider clock)
{
    /// <summary>So many at once.</summary>
    private const int Batch = 200;

    /// <summary>Dates are worked out anew once a day, so that nothing that they follow from is forgotten for long.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>The clock of the node that changed a calendar may be a little ahead of that of the node that worked out a date.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(5);

    /// <summary>Open cases of which somebody has to be told, next first.</summary>
    public Task<List<string>> EscalatingAsync(CancellationToken cancellationToken)
        => CodesAsync("is_open = 1 AND escalate_at <= @key ORDER BY escalate_at", Microseconds.Of(clock.GetUtcNow()), cancellationToken);

    /// <summary>Resolved cases to which nobody objected for some days.</summary>
    public Task<List<string>> ClosingAsync(int days, CancellationToken cancellationToken)
        => CodesAsync("state = 'Resolved' AND resolved_at <= @key ORDER BY resolved_at", Microseconds.Of(clock.GetUtcNow().AddDays(-days)), cancellationToken);

    /// <summary>Works out the dates anew of cases whose calendars or goals have changed since.</summary>
    public async Task RenewAsync(DateTimeOffset changed, CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        DateTimeOffset before = changed > DateTimeOffset.MinValue && changed + Apart is var last && last > now - Longest ? last : now - Longest;

        // What is worked out in this round is not worked out in it again, however near the change is.
        long oldest = Math.Min(Microseconds.Of(before), Microseconds.Of(now));
        while (await CodesAsync("is_open = 1 AND promised_at < @key ORDER BY promised_at", oldest, cancellationToken) is { Count: > 0 } codes)
        {
            foreach (string code in codes)
            {
                await RenewAsync(code, cancellationToken);
            }
        }
    }

    /// <summary>Works out the dates of a case anew, unless something was done to it meanwhile.</summary>
    public async Task RenewAsync(string code, CancellationToken cancellationToken)
    {
        if (await cases.FindAsync(code, cancellationToken) is not { } kept)
        {
            return;
        }

        (long due, long escalation) = promises.Now().DatesOf(kept.Case);
        await database.WriteAsync(
            (transaction, cancel) => transaction.Command(
                "UPDATE feedback_cases SET due_at = @due, escalate_at = @escalation, promised_at = @now WHERE code = @code AND version = @version",
                ("due", due), ("escalation", escalation), ("now", Microseconds.Of(clock.GetUtcNow())), ("code", code), ("version", kept.Version)).RunAsync(cancel),
            cancellationToken);
    }

    /// <summary>Reads the words of cases from before there was a search.</summary>
    public async Task ReadWordsAsync(CancellationToken cancellationToken)
    {
        while (await LeftAsync(cancellationToken) is { Count: > 0 } left)
        {
            foreach ((long id, string code) in left)
            {
                await ReadWordsAsync(id, code, cancellationToken);
            }
        }
    }

    private async Task ReadWordsAsync(long id, string code, CancellationToken cancellationToken)
    {
        KeptCase? kept = await cases.FindAsync(code, cancellationToken);
        await database.WriteAsync(
            async (transaction, cancel) =>
            {
                // Where something was done to it meanwhile, the next round reads it.
                if (kept is not null && await transaction.Command("UPDATE feedback_cases SET version = version WHERE id = @id AND version = @version", ("id", id), ("version", kept.Version)).RunAsync(cancel) == 1)
                {
                    await CaseWords.KeepAsync(transaction, database.Provider, id, kept, cancel);
                    await transaction.Command("DELETE FROM feedback_case_words_left WHERE case_id = @id", ("id", id)).RunAsync(cancel);
                }
            },
            cancellationToken);
    }

    private async Task<List<(long Id, string Code)>> LeftAsync(CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command($"SELECT c.id, c.code FROM feedback_case_words_left l JOIN feedback_cases c ON c.id = l.case_id ORDER BY l.case_id DESC LIMIT {Batch}")
            .ListAsync(row => (row.GetInt64(0), row.GetString(1)), cancellationToken);
    }

    private async Task<List<string>> CodesAsync(string where, long key, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command($"SELECT code FROM feedback_cases WHERE {where} LIMIT {Batch}", ("key", key)).ListAsync(row => row.GetString(0), cancellationToken);
    }
}
