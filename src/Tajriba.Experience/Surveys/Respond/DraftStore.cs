using System.Data.Common;
using System.Text.Json.Nodes;
using Tajriba.Experience.Surveys.Storage;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Surveys.Respond;

/// <summary>Answers that are not finished yet, and traces of those that are.</summary>
internal sealed class DraftStore(IDatabase database, TimeProvider clock)
{
    private static readonly TimeSpan ThanksShown = TimeSpan.FromMinutes(10);

    private const string Columns = "id, owner, survey_id, version, customer_id, language, answers, page, posts, begun_at";

    public async Task<Draft?> FindAsync(string owner, long surveyId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var found = await connection.Command(
            $"SELECT {Columns} FROM surveys_drafts WHERE owner = @owner AND survey_id = @survey AND done_at IS NULL", ("owner", owner), ("survey", surveyId)).ListAsync(Read, cancellationToken);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>Keeps a draft; of two that begin at once the later one's answers stay.</summary>
    public Task SaveAsync(Draft draft, CancellationToken cancellationToken)
        => database.WriteAsync(
            (transaction, cancel) => transaction.Command(
                """
                INSERT INTO surveys_drafts (owner, survey_id, version, customer_id, language, answers, page, posts, begun_at, changed_at)
                VALUES (@owner, @survey, @version, @customer, @language, @answers, @page, @posts, @begun, @now)
                ON CONFLICT (owner, survey_id) WHERE done_at IS NULL DO UPDATE SET
                    language = excluded.language, answers = excluded.answers, page = excluded.page, posts = excluded.posts, changed_at = excluded.changed_at
                """,
                Values(draft)).RunAsync(cancel),
            cancellationToken);

    /// <summary>The thanks that somebody got who ended an answer just now, or null.</summary>
    public async Task<string?> ThanksAsync(string owner, long surveyId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(
            "SELECT thanks FROM surveys_drafts WHERE owner = @owner AND survey_id = @survey AND done_at > @since AND thanks IS NOT NULL ORDER BY done_at DESC LIMIT 1",
            ("owner", owner), ("survey", surveyId), ("since", Microseconds.Of(clock.GetUtcNow() - ThanksShown))).ScalarAsync<string>(cancellationToken);
    }

    /// <summary>Ends a draft, within the transaction that writes the answer; gives its number, or null where another request ended it.</summary>
    public async Task<long?> EndAsync(DbTransaction transaction, Draft draft, string fingerprint, CancellationToken cancellationToken)
    {
        (string, object?)[] values = [.. Values(draft), ("fingerprint", fingerprint), ("thanks", draft.Thanks), ("id", draft.Id)];
        return draft.Id == 0
            ? await transaction.Command(
                """
                INSERT INTO surveys_drafts (owner, survey_id, version, customer_id, language, answers, page, posts, begun_at, changed_at, done_at, fingerprint, thanks)
                VALUES (@owner, @survey, @version, @customer, @language, '{}', @page, @posts, @begun, @now, @now, @fingerprint, @thanks) RETURNING id
                """,
                values).ScalarAsync<long?>(cancellationToken)
            : await transaction.Command(
                "UPDATE surveys_drafts SET done_at = @now, changed_at = @now, fingerprint = @fingerprint, thanks = @thanks, answers = '{}' WHERE id = @id AND done_at IS NULL RETURNING id",
                values).ScalarAsync<long?>(cancellationToken);
    }

    /// <summary>Whether the same device or customer gave the same answers to the survey since a time.</summary>
    public static async Task<bool> RepeatsAsync(DbTransaction transaction, Draft draft, string fingerprint, DateTimeOffset since, CancellationToken cancellationToken)
        => await transaction.Command(
            """
            SELECT COUNT(*) FROM surveys_drafts
            WHERE survey_id = @survey AND fingerprint = @fingerprint AND done_at >= @since AND (owner = @owner OR customer_id = @customer)
            """,
            ("survey", draft.SurveyId), ("fingerprint", fingerprint), ("since", Microseconds.Of(since)), ("owner", draft.Owner), ("customer", draft.CustomerId ?? "")).ScalarAsync<long>(cancellationToken) > 0;

    private (string, object?)[] Values(Draft draft) =>
    [
        ("owner", draft.Owner), ("survey", draft.SurveyId), ("version", draft.Version), ("customer", draft.CustomerId), ("language", draft.Language),
        ("answers", draft.Answers.ToJsonString()), ("page", draft.Page), ("posts", draft.Posts), ("begun", Microseconds.Of(draft.BegunAt)), ("now", Microseconds.Of(clock.GetUtcNow())),
    ];

    private static Draft Read(DbDataReader reader) => new()
    {
        Id = reader.GetInt64(0),
        Owner = reader.GetString(1),
        SurveyId = reader.GetInt64(2),
        Version = reader.GetInt32(3),
        CustomerId = reader.Text(4),
        Language = reader.Text(5),
        Answers = JsonNode.Parse(reader.GetString(6))!.AsObject(),
        Page = reader.GetInt32(7),
        Posts = reader.GetInt32(8),
        BegunAt = Microseconds.ToTime(reader.GetInt64(9)),
    };
}
