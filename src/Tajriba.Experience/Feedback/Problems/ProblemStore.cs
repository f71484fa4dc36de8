using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tajriba.Experience.Feedback.Problems.Facts;
using Tajriba.Experience.Indicators.Measure;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Settings;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Feedback.Problems;

/// <summary>The problems on record. Every change is audited; what the log should know is told in the same transaction.</summary>
public sealed class ProblemStore(IDatabase database, IExperienceLog log, IAuditTrail audit, ISettings settings, IndicatorSelections days, TimeProvider clock)
{
    private const string RulesName = "feedback.problems";
    private const string Select = "SELECT id, cause, unit, moments, version FROM feedback_problems";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public Task<ProblemRules> RulesAsync(CancellationToken cancellationToken = default) => settings.GetAsync(RulesName, new ProblemRules(), cancellationToken);

    /// <summary>Sets when causes become problems.</summary>
    public Task SetRulesAsync(ProblemRules rules, CancellationToken cancellationToken = default) => database.WriteAsync(
        async (DbTransaction transaction, CancellationToken cancel) =>
        {
            await settings.SetAsync(transaction, RulesName, rules, cancel);
            await audit.RecordAsync(transaction, "feedback.problem", "rules:problems", JsonSerializer.Serialize(rules, Json), cancel);
        },
        cancellationToken);

    /// <summary>All problems, the newest change first.</summary>
    public async Task<IReadOnlyList<Problem>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(Select + " ORDER BY changed_at DESC, id DESC").ListAsync(row => Read(row).Problem, cancellationToken);
    }

    /// <summary>A problem by its code, or null.</summary>
    public async Task<Problem?> FindAsync(string code, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return (await connection.Command(Select + " WHERE id = @id", ("id", Problem.IdOf(code) ?? 0)).ListAsync(Read, cancellationToken)).Select(r => r.Problem).FirstOrDefault();
    }

    /// <summary>Puts one on record: proposed by the product, or opened by a person.</summary>
    public Task<Problem> AddAsync(string cause, string? unit, ProblemMoment first, CancellationToken cancellationToken = default) => database.WriteAsync(
        (transaction, cancel) => AddAsync(transaction, cause, unit, first, cancel), cancellationToken);

    /// <summary>Puts on record what cases propose and nobody else has meanwhile.</summary>
    public Task<IReadOnlyList<Problem>> ProposeAsync(IReadOnlyList<ProblemCase> cases, ProblemRules rules, UnitTree tree, CancellationToken cancellationToken = default) => database.WriteAsync<IReadOnlyList<Problem>>(
        async (transaction, cancel) =>
        {
            // Written first, so that of two nodes one proposes and the other finds it there.
            await transaction.Command("UPDATE feedback_problem_position SET position = position WHERE id = 1").RunAsync(cancel);
            List<Problem> known = await transaction.Command(Select).ListAsync(row => Read(row).Problem, cancel);
            var added = new List<Problem>();
            foreach (Proposal proposal in Proposal.Of(cases, known, rules, tree))
            {
                added.Add(await AddAsync(transaction, proposal.Cause, proposal.Unit, new ProblemMoment.Proposed(clock.GetUtcNow(), proposal.Cases, rules.Days), cancel));
            }

            return added;
        },
        cancellationToken);

    /// <summary>Does something about a problem; gives why it cannot be done, or null where it was.</summary>
    public Task<ProblemFault?> DoAsync(string code, ProblemMoment moment, CancellationToken cancellationToken = default) => database.WriteAsync<ProblemFault?>(
        async (transaction, cancel) =>
        {
            var found = await transaction.Command(Select + " WHERE id = @id", ("id", Problem.IdOf(code) ?? 0)).ListAsync(Read, cancel);
            if (found.Count == 0)
            {
                return ProblemFault.NotNow;
            }

            (Problem before, int version) = found[0];
            if (before.Fault(moment, days.Today) is { } fault)
            {
                return fault;
            }

            Problem after = Problem.Of(before.Id, before.Cause, before.Unit, before.Moments.Add(moment));
            if (await transaction.Command(
                "UPDATE feedback_problems SET state = @state, changed_at = @at, moments = @moments, version = version + 1 WHERE id = @id AND version = @version",
                ("state", after.State.ToString()), ("at", Microseconds.Of(moment.At)), ("moments", Text(after)), ("id", after.Id), ("version", version)).RunAsync(cancel) == 0)
            {
                return ProblemFault.Meanwhile;
            }

            await TellAsync(transaction, after, cancel);
            return null;
        },
        cancellationToken);

    private async Task<Problem> AddAsync(DbTransaction transaction, string cause, string? unit, ProblemMoment first, CancellationToken cancellationToken)
    {
        long id = await transaction.Command(
            "INSERT INTO feedback_problems (cause, unit, state, changed_at, moments, version) VALUES (@cause, @unit, @state, @at, @moments, 1) RETURNING id",
            ("cause", cause), ("unit", unit), ("state", (first is ProblemMoment.Proposed ? ProblemState.Proposed : ProblemState.Open).ToString()), ("at", Microseconds.Of(first.At)),
            ("moments", JsonSerializer.Serialize<ProblemMoment[]>([first], Json))).ScalarAsync<long>(cancellationToken);
        Problem made = Problem.Of(id, cause, unit, [first]);
        await TellAsync(transaction, made, cancellationToken);
        return made;
    }

    private async Task TellAsync(DbTransaction transaction, Problem problem, CancellationToken cancellationToken)
    {
        ProblemMoment last = problem.Moments[^1];
        await audit.RecordAsync(transaction, "feedback.problem", "problem:" + problem.Code, JsonSerializer.Serialize(new { @did = last.GetType().Name.ToLowerInvariant() }), cancellationToken);
        if (ProblemFacts.Of(problem) is { } fact)
        {
            await log.AppendAsync(transaction, [fact], cancellationToken);
        }
    }

    private static string Text(Problem problem) => JsonSerializer.Serialize<ProblemMoment[]>([.. problem.Moments], Json);

    private static (Problem Problem, int Version) Read(DbDataReader row)
        => (Problem.Of(row.GetInt64(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), JsonSerializer.Deserialize<ProblemMoment[]>(row.GetString(3), Json)!), row.GetInt32(4));
}
