using System.Data.Common;
using System.Text.Json;
using Tajriba.Kernel.Storage;

namespace Tajriba.Leadership.Maturity.Rounds;

/// <summary>What experts judge, one row for each of them in a round; what is saved on the way is there too.</summary>
public sealed class JudgementStore(IDatabase database)
{
    private const string Select = "SELECT person_id, levels, is_done FROM maturity_judgements WHERE round_code = @round";

    /// <summary>The judgements of a round, by expert.</summary>
    public async Task<IReadOnlyList<Judgement>> OfAsync(string round, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(Select + " ORDER BY person_id", ("round", round)).ListAsync(Read, cancellationToken);
    }

    /// <summary>What one expert judged so far.</summary>
    public async Task<Judgement> FindAsync(string round, long person, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return (await connection.Command(Select + " AND person_id = @person", ("round", round), ("person", person)).ListAsync(Read, cancellationToken)).FirstOrDefault() ?? Judgement.None(person);
    }

    /// <summary>The rounds in which a person has handed a judgement in.</summary>
    public async Task<IReadOnlyList<string>> DoneByAsync(long person, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command("SELECT round_code FROM maturity_judgements WHERE person_id = @person AND is_done = 1", ("person", person)).ListAsync(r => r.GetString(0), cancellationToken);
    }

    /// <summary>How many have handed in, by round.</summary>
    public async Task<IReadOnlyDictionary<string, int>> DoneAsync(CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return (await connection.Command("SELECT round_code, COUNT(*) FROM maturity_judgements WHERE is_done = 1 GROUP BY round_code").ListAsync(r => (Round: r.GetString(0), Count: (int)r.GetInt64(1)), cancellationToken))
            .ToDictionary(r => r.Round, r => r.Count, StringComparer.Ordinal);
    }

    /// <summary>Writes what changed into an expert's judgement, whatever else was written meanwhile.</summary>
    /// <param name="round">Code of the round.</param>
    /// <param name="person">Id of the expert.</param>
    /// <param name="change">From what is there to what shall be.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task SaveAsync(string round, long person, Func<Judgement, Judgement> change, CancellationToken cancellationToken = default) => database.WriteAsync(
        async (DbTransaction transaction, CancellationToken cancel) =>
        {
            (string, object?)[] key = [("round", round), ("person", person)];

            // Written first, so that of two windows of one person the second sees what the first has saved.
            await transaction.Command(
                "INSERT INTO maturity_judgements (round_code, person_id, levels, is_done) VALUES (@round, @person, '{}', 0) ON CONFLICT (round_code, person_id) DO UPDATE SET is_done = maturity_judgements.is_done", key).RunAsync(cancel);
            Judgement after = change((await transaction.Command(Select + " AND person_id = @person", key).ListAsync(Read, cancel))[0]);
            await transaction.Command(
                "UPDATE maturity_judgements SET levels = @levels, is_done = @done WHERE round_code = @round AND person_id = @person",
                [.. key, ("levels", JsonSerializer.Serialize(after.Levels)), ("done", after.IsDone ? 1 : 0)]).RunAsync(cancel);
        },
        cancellationToken);

    private static Judgement Read(DbDataReader row) => new(row.GetInt64(0), JsonSerializer.Deserialize<Dictionary<string, int>>(row.GetString(1))!, row.GetInt32(2) == 1);
}
