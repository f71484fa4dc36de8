using System.Data.Common;
using System.Text.Json;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Feedback.Problems.Facts;

/// <summary>Hears of cases, whoever tells: when they were opened, with which cause they were resolved, and whether they still are.</summary>
internal sealed class CaseLearner(IDatabase database) : ILogSubscriber
{
    private const int Portion = 200_000;
    private const int Batch = 200;
    private static readonly string[] Names = ["Case Opened", "Case Resolved", "Case Reopened", "Case Merged"];

    public string Name => "feedback.problem-cases";

    public TimeSpan LongestRest => TimeSpan.FromSeconds(2);

    public async Task<long> HandleAsync(IExperienceLog log, long afterPosition, CancellationToken cancellationToken)
    {
        long stood = await StoodAsync(cancellationToken);
        long from = Math.Max(afterPosition, stood);
        (long reached, IReadOnlyList<long> wanted) = log.FindNamed(Names, from, Portion, cancellationToken);
        foreach (long[] positions in wanted.Chunk(Batch))
        {
            IReadOnlyList<LoggedEvent> events = await log.GetAsync(positions, cancellationToken);
            await WriteAsync(events, stood, positions[^1], cancellationToken);
            stood = positions[^1];
        }

        return reached;
    }

    public Task ResetAsync(CancellationToken cancellationToken) => database.WriteAsync(
        (transaction, cancel) => transaction.Command("DELETE FROM feedback_problem_cases; UPDATE feedback_problem_position SET position = 0 WHERE id = 1").RunAsync(cancel), cancellationToken);

    private async Task<long> StoodAsync(CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command("SELECT position FROM feedback_problem_position WHERE id = 1").ScalarAsync<long>(cancellationToken);
    }

    /// <summary>Delivery is at least once: rows and the position up to which they hold move together, and only from where they stood.</summary>
    private Task WriteAsync(IReadOnlyList<LoggedEvent> events, long before, long after, CancellationToken cancellationToken) => database.WriteAsync(
        async (transaction, cancel) =>
        {
            if (await transaction.Command("UPDATE feedback_problem_position SET position = @after WHERE id = 1 AND position = @before", ("after", after), ("before", before)).RunAsync(cancel) == 0)
            {
                throw new InvalidOperationException("Another node hears the log for the same tables.");
            }

            foreach (LoggedEvent told in events)
            {
                if (told.Objects.FirstOrDefault(o => o.Type == "case") is { Id.Length: > 0 } handled)
                {
                    await HearAsync(transaction, told, handled.Id, cancel);
                }
            }
        },
        cancellationToken);

    private static Task HearAsync(DbTransaction transaction, LoggedEvent told, string code, CancellationToken cancellationToken)
    {
        bool isOpened = told.Name == "Case Opened", isResolved = told.Name == "Case Resolved";
        return transaction.Command(
            isOpened
                ? "INSERT INTO feedback_problem_cases (case_code, unit, opened_at) VALUES (@code, @unit, @at) ON CONFLICT (case_code) DO UPDATE SET unit = COALESCE(feedback_problem_cases.unit, excluded.unit), opened_at = excluded.opened_at"
                : isResolved
                    ? "INSERT INTO feedback_problem_cases (case_code, unit, cause, resolved_at) VALUES (@code, @unit, @cause, @at) ON CONFLICT (case_code) DO UPDATE SET unit = COALESCE(excluded.unit, feedback_problem_cases.unit), cause = excluded.cause, resolved_at = excluded.resolved_at"
                    : "UPDATE feedback_problem_cases SET cause = NULL, resolved_at = NULL WHERE case_code = @code",
            ("code", code), ("unit", told.Unit), ("cause", isResolved ? CauseOf(told.Attributes) : null), ("at", Microseconds.Of(told.Time))).RunAsync(cancellationToken);
    }

    private static string? CauseOf(string? attributes)
    {
        if (attributes is null)
        {
            return null;
        }

        using var document = JsonDocument.Parse(attributes);
        return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("cause", out JsonElement cause) && cause.ValueKind == JsonValueKind.String
            ? cause.GetString() is { Length: > 0 and <= 100 } key ? key : null
            : null;
    }
}
