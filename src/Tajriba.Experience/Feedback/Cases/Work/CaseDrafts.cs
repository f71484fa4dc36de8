using System.Data.Common;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Feedback.Cases.Work;

/// <summary>What people wrote about cases and could not send off: it stands in the field again, so that nothing is written twice.</summary>
internal sealed class CaseDrafts(IDatabase database, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>What somebody last wrote in vain about a case, and what for; null for nothing.</summary>
    public async Task<(string Deed, string Text)?> FindAsync(string code, long person, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        List<(string, string)> found = await connection.Command(
            "SELECT deed, text FROM feedback_case_drafts WHERE person = @person AND code = @code AND kept_at >= @from", ("person", person), ("code", code), ("from", Microseconds.Of(clock.GetUtcNow() - Kept)))
            .ListAsync(row => (row.GetString(0), row.GetString(1)), cancellationToken);
        return found is [var draft] ? draft : null;
    }

    /// <summary>Keeps what could not be sent off; what nobody came back for within a day goes.</summary>
    public Task KeepAsync(string code, long person, string deed, string text, CancellationToken cancellationToken = default) => database.WriteAsync(
        async (transaction, cancel) =>
        {
            DateTimeOffset now = clock.GetUtcNow();
            await transaction.Command("DELETE FROM feedback_case_drafts WHERE kept_at < @until", ("until", Microseconds.Of(now - Kept))).RunAsync(cancel);
            await transaction.Command(
                """
                INSERT INTO feedback_case_drafts (person, code, deed, text, kept_at) VALUES (@person, @code, @deed, @text, @now)
                ON CONFLICT (person, code) DO UPDATE SET deed = excluded.deed, text = excluded.text, kept_at = excluded.kept_at
                """,
                ("person", person), ("code", code), ("deed", deed), ("text", text), ("now", Microseconds.Of(now))).RunAsync(cancel);
        },
        cancellationToken);

    /// <summary>It was sent off after all.</summary>
    public Task ForgetAsync(string code, long person, CancellationToken cancellationToken = default) => database.WriteAsync(
        (transaction, cancel) => transaction.Command("DELETE FROM feedback_case_drafts WHERE person = @person AND code = @code", ("person", person), ("code", code)).RunAsync(cancel),
        cancellationToken);
}
