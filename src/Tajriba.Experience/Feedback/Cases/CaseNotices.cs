using System.Data.Common;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Feedback.Cases;

/// <summary>What waits for people in cases: told with the moment that asks for them, gone with the next thing that they do there.</summary>
internal sealed class CaseNotices(IDatabase database)
{
    /// <summary>The latest first, of cases that are not done.</summary>
    public async Task<IReadOnlyList<CaseNotice>> OfAsync(long person, int most, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(
            "SELECT c.code, c.unit, n.reason, n.told_at FROM feedback_case_notices n JOIN feedback_cases c ON c.id = n.case_id WHERE n.person = @person ORDER BY n.told_at DESC LIMIT @most",
            ("person", person), ("most", most)).ListAsync(
            row => new CaseNotice(row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1), Enum.Parse<NoticeReason>(row.GetString(2)), Microseconds.ToTime(row.GetInt64(3))), cancellationToken);
    }

    /// <summary>What waits for somebody in one case.</summary>
    public async Task<IReadOnlyList<NoticeReason>> InAsync(string code, long person, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(
            "SELECT n.reason FROM feedback_case_notices n JOIN feedback_cases c ON c.id = n.case_id WHERE c.code = @code AND n.person = @person ORDER BY n.told_at",
            ("code", code), ("person", person)).ListAsync(row => Enum.Parse<NoticeReason>(row.GetString(0)), cancellationToken);
    }

    /// <summary>Somebody has seen what waited for them in a case and need not do anything.</summary>
    public Task ForgetAsync(string code, long person, CancellationToken cancellationToken = default) => database.WriteAsync(
        (transaction, cancel) => transaction.Command(
            "DELETE FROM feedback_case_notices WHERE person = @person AND case_id = (SELECT id FROM feedback_cases WHERE code = @code)", ("person", person), ("code", code)).RunAsync(cancel),
        cancellationToken);

    /// <summary>What a moment means for those whom it concerns.</summary>
    public static async Task TellAsync(DbTransaction transaction, long id, Case handled, CancellationToken cancellationToken)
    {
        CaseMoment moment = handled.Moments[^1];
        if (handled.IsDone || handled.State == CaseState.Merged)
        {
            await transaction.Command("DELETE FROM feedback_case_notices WHERE case_id = @id", ("id", id)).RunAsync(cancellationToken);
        }
        else if (moment.By is { } by)
        {
            await transaction.Command("DELETE FROM feedback_case_notices WHERE case_id = @id AND person = @by", ("id", id), ("by", by)).RunAsync(cancellationToken);
        }

        (IEnumerable<long> people, NoticeReason reason) = moment switch
        {
            CaseMoment.Assigned { To: { } to } => ([to], NoticeReason.Assigned),
            CaseMoment.Moved { To: { } to } => ([to], NoticeReason.Assigned),
            CaseMoment.Noted noted => (noted.Mentions, NoticeReason.Mentioned),
            CaseMoment.Escalated escalated => (escalated.Told, NoticeReason.Escalated),
            CaseMoment.Replied when handled.Handler is { } handler => ([handler], NoticeReason.Replied),
            _ => (Array.Empty<long>(), default),
        };
        foreach (long person in people.Where(p => p != moment.By).Distinct())
        {
            await transaction.Command(
                "INSERT INTO feedback_case_notices (person, case_id, reason, told_at) VALUES (@person, @id, @reason, @at) ON CONFLICT (person, case_id, reason) DO UPDATE SET told_at = excluded.told_at",
                ("person", person), ("id", id), ("reason", reason.ToString()), ("at", Microseconds.Of(moment.At))).RunAsync(cancellationToken);
        }
    }
}
