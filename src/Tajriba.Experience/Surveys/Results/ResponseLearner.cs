using System.Data.Common;
using System.Text.Json;
using Tajriba.Experience.Surveys.Respond;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Surveys.Results;

/// <summary>Hears the log and keeps every answer to a survey, whoever told it, and how often surveys were asked and opened.</summary>
internal sealed class ResponseLearner(IDatabase database, AnswerMemory memory) : ILogSubscriber
{
    private const string Invited = "Survey Invited";
    private const int Portion = 200_000;
    private const int Batch = 200;

    public string Name => "surveys.responses";

    public TimeSpan LongestRest => TimeSpan.FromSeconds(2);

    public async Task<long> HandleAsync(IExperienceLog log, long afterPosition, CancellationToken cancellationToken)
    {
        var stood = await StoodAsync(cancellationToken);
        var from = Math.Max(afterPosition, stood);
        var (reached, wanted) = log.FindNamed([Completion.Answered, Completion.Opened, Invited], from, Portion, cancellationToken);
        foreach (var positions in wanted.Chunk(Batch))
        {
            var events = await log.GetAsync(positions, cancellationToken);
            await WriteAsync(events, stood, positions[^1], cancellationToken);
            stood = positions[^1];
        }

        return reached;
    }

    public async Task ResetAsync(CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            (transaction, cancel) => transaction.Command(
                "DELETE FROM surveys_response; DELETE FROM surveys_asked; UPDATE surveys_position SET position = 0 WHERE id = 1").RunAsync(cancel),
            cancellationToken);
        memory.Forget();
    }

    private async Task<long> StoodAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.Command("SELECT position FROM surveys_position WHERE id = 1").ScalarAsync<long>(cancellationToken);
    }

    /// <summary>Delivery is at least once: rows and the position up to which they hold move together, and only from where they stood.</summary>
    private Task WriteAsync(IReadOnlyList<LoggedEvent> events, long before, long after, CancellationToken cancellationToken)
        => database.WriteAsync(
            async (transaction, cancel) =>
            {
                if (await transaction.Command(
                    "UPDATE surveys_position SET position = @after WHERE id = 1 AND position = @before", ("after", after), ("before", before)).RunAsync(cancel) == 0)
                {
                    throw new InvalidOperationException("Another node hears the log for the same tables.");
                }

                foreach (var item in events)
                {
                    if (ResponseReader.Read(item) is { } response && (item.Name == Completion.Answered || !response.IsTest))
                    {
                        await (item.Name == Completion.Answered ? AddAsync(transaction, response, cancel) : CountAsync(transaction, response, item.Name == Invited, cancel));
                    }
                }
            },
            cancellationToken);

    private static Task AddAsync(DbTransaction transaction, SurveyResponse r, CancellationToken cancellationToken)
        => transaction.Command(
            """
            INSERT INTO surveys_response (position, survey_key, version, answered_at, subject_type, subject_id, unit, channel, language, mode, seconds, answers, scores, quality, context, is_test)
            VALUES (@position, @key, @version, @at, @type, @id, @unit, @channel, @language, @mode, @seconds, @answers, @scores, @quality, @context, @test)
            """,
            ("position", r.Position), ("key", r.SurveyKey), ("version", r.Version), ("at", Microseconds.Of(r.At)), ("type", r.SubjectType), ("id", r.SubjectId), ("unit", r.Unit),
            ("channel", r.Channel), ("language", r.Language), ("mode", r.Mode), ("seconds", r.Seconds), ("answers", r.Answers.ToJsonString()), ("scores", r.Scores.ToJsonString()),
            ("quality", JsonSerializer.Serialize(r.Flags)), ("context", r.Context), ("test", (short)(r.IsTest ? 1 : 0))).RunAsync(cancellationToken);

    private static Task CountAsync(DbTransaction transaction, SurveyResponse r, bool isInvitation, CancellationToken cancellationToken)
        => transaction.Command(
            """
            INSERT INTO surveys_asked (survey_key, day, unit, invited, opened) VALUES (@key, @day, @unit, @invited, @opened)
            ON CONFLICT (survey_key, day, unit) DO UPDATE SET invited = surveys_asked.invited + excluded.invited, opened = surveys_asked.opened + excluded.opened
            """,
            ("key", r.SurveyKey), ("day", DateOnly.FromDateTime(r.At.UtcDateTime).DayNumber), ("unit", r.Unit ?? ""), ("invited", isInvitation ? 1 : 0), ("opened", isInvitation ? 0 : 1))
            .RunAsync(cancellationToken);
}
