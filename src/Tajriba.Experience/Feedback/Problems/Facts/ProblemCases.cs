using System.Data.Common;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Feedback.Problems.Facts;

/// <summary>Resolved cases by cause.</summary>
public sealed class ProblemCases(IDatabase database)
{
    private const string Select = "SELECT case_code, unit, cause, opened_at, resolved_at FROM feedback_problem_cases WHERE cause IS NOT NULL AND resolved_at IS NOT NULL";

    /// <summary>Those resolved since a moment, newest first.</summary>
    public async Task<IReadOnlyList<ProblemCase>> SinceAsync(DateTimeOffset since, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(Select + " AND resolved_at >= @since ORDER BY resolved_at DESC", ("since", Microseconds.Of(since))).ListAsync(Read, cancellationToken);
    }

    /// <summary>Those of a cause, newest first.</summary>
    public async Task<IReadOnlyList<ProblemCase>> OfAsync(string cause, int limit, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(Select + " AND cause = @cause ORDER BY resolved_at DESC LIMIT @limit", ("cause", cause), ("limit", limit)).ListAsync(Read, cancellationToken);
    }

    private static ProblemCase Read(DbDataReader row) => new(
        row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : Microseconds.ToTime(row.GetInt64(3)), Microseconds.ToTime(row.GetInt64(4)));
}
