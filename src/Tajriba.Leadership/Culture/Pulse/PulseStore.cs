using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;

namespace Tajriba.Leadership.Culture.Pulse;

/// <summary>
/// Answers of the pulse as tallies. Who has answered stands in one table, without what or when; what was answered in another, as counts,
/// without who. Nothing of a round is read before it is over; then its units are joined until none tells too much, for good.
/// </summary>
public sealed class PulseStore(IDatabase database, IAuditTrail audit, IUnits units, TimeProvider clock)
{
    private const int MostEarlier = 24;

    /// <summary>Counts somebody's answers; false where they have answered, or the round is over.</summary>
    public async Task<bool> AnswerAsync(string code, Round round, PulseAnswer answer, CancellationToken cancellationToken = default) => await AnswerAsync(code, round, [answer], cancellationToken) == 1;

    /// <summary>Counts the answers of several people; gives of how many.</summary>
    public Task<int> AnswerAsync(string code, Round round, IReadOnlyList<PulseAnswer> answers, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(answers);
        return database.WriteAsync(
            async (transaction, cancel) =>
            {
                int counted = 0;
                foreach (PulseAnswer answer in answers)
                {
                    if (await transaction.Command(
                        """
                        INSERT INTO culture_answered (round_code, person, unit) SELECT @round, @person, @unit
                        WHERE NOT EXISTS (SELECT 1 FROM culture_seals WHERE round_code = @round) ON CONFLICT (round_code, person) DO NOTHING
                        """,
                        ("round", code), ("person", answer.Person), ("unit", answer.Unit)).RunAsync(cancel) == 0)
                    {
                        continue;
                    }

                    counted++;

                    // Always in the same order, so that two who answer at once wait for each other instead of both for ever.
                    foreach ((string question, int score) in Counted(round, answer).OrderBy(c => c.Question, StringComparer.Ordinal))
                    {
                        await AddAsync(transaction, code, new(answer.Unit, question, score, 1), cancel);
                    }
                }

                return counted;
            },
            cancellationToken);
    }

    /// <summary>The rounds that a person has answered.</summary>
    public async Task<IReadOnlySet<string>> AnsweredAsync(long person, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return (await connection.Command("SELECT round_code FROM culture_answered WHERE person = @person", ("person", person)).ListAsync(r => r.GetString(0), cancellationToken)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>How many have answered each round.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountsAsync(CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return (await connection.Command("SELECT round_code, COUNT(*) FROM culture_answered GROUP BY round_code").ListAsync(r => (r.GetString(0), (int)r.GetInt64(1)), cancellationToken)).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>What a round says; null while it is not closed.</summary>
    public async Task<PulseResult?> ResultAsync(string code, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command("SELECT cells FROM culture_seals WHERE round_code = @round", ("round", code)).ScalarAsync<string>(cancellationToken) is not { } cells ? null : new(
            JsonSerializer.Deserialize<PulseCell[]>(cells, JsonSerializerOptions.Web)!,
            await connection.Command("SELECT unit, question, score, answers FROM culture_tallies WHERE round_code = @round", ("round", code)).ListAsync(Read, cancellationToken));
    }

    /// <summary>The rounds that are closed.</summary>
    public async Task<IReadOnlySet<string>> ClosedAsync(CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return (await connection.Command("SELECT round_code FROM culture_seals").ListAsync(r => r.GetString(0), cancellationToken)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Closes a round: fixes which units are shown, and joins the tallies of all others to those above them; once.</summary>
    public Task CloseAsync(string code, CancellationToken cancellationToken = default) => database.WriteAsync(
        async (DbTransaction transaction, CancellationToken cancel) =>
        {
            // Written first, so that of two nodes the second waits for the first and finds it done.
            if (await transaction.Command(
                "INSERT INTO culture_seals (round_code, cells, sealed_at) VALUES (@round, '[]', @at) ON CONFLICT (round_code) DO NOTHING", ("round", code), ("at", Microseconds.Of(clock.GetUtcNow()))).RunAsync(cancel) == 0)
            {
                return;
            }

            UnitTree tree = units.Tree;

            // One root above all others is the whole itself.
            string? root = tree.Roots.Take(2).ToList() is [var only] ? only.Code : null;
            string Placed(string? unit) => unit is null || unit == root ? ShownUnits.Whole : unit;
            Dictionary<string, string> parents = tree.All.Where(u => u.Code != root).ToDictionary(u => u.Code, u => Placed(u.ParentId is { } above ? tree.Find(above)?.Code : null), StringComparer.Ordinal);
            List<(long Person, string Unit)> answered = await transaction.Command("SELECT person, unit FROM culture_answered WHERE round_code = @round", ("round", code)).ListAsync(r => (r.GetInt64(0), r.GetString(1)), cancel);
            Dictionary<long, string> placed = answered.ToDictionary(a => a.Person, a => Placed(a.Unit));
            IReadOnlySet<string> shown = ShownUnits.Of(parents, placed, await EarlierAsync(transaction, code, cancel));
            Dictionary<string, string> parts = answered.Select(a => a.Unit).Distinct().ToDictionary(u => u, u => ShownUnits.PartOf(Placed(u), parents, shown) ?? ShownUnits.Whole, StringComparer.Ordinal);
            foreach ((string unit, string part) in parts.Where(p => p.Key != p.Value))
            {
                await transaction.Command("UPDATE culture_answered SET unit = @part WHERE round_code = @round AND unit = @unit", ("part", part), ("round", code), ("unit", unit)).RunAsync(cancel);
            }

            await JoinAsync(transaction, code, shown.Count == 0 ? null : parts, cancel);
            PulseCell[] cells =
            [
                .. shown.Order(StringComparer.Ordinal).Select(unit => new PulseCell(
                    unit,
                    unit == ShownUnits.Whole ? null : ShownUnits.PartOf(parents.GetValueOrDefault(unit, ShownUnits.Whole), parents, shown),
                    placed.Values.Count(u => ShownUnits.IsWithin(u, unit, parents)))),
            ];
            await transaction.Command("UPDATE culture_seals SET cells = @cells WHERE round_code = @round", ("cells", JsonSerializer.Serialize(cells, JsonSerializerOptions.Web)), ("round", code)).RunAsync(cancel);
            await audit.RecordAsync(transaction, "culture.close", "round:" + code, JsonSerializer.Serialize(new { shown = cells.Length }), cancel);
        },
        cancellationToken);

    /// <summary>A person's answers, and their own mean of each dimension.</summary>
    private static IEnumerable<(string Question, int Score)> Counted(Round round, PulseAnswer answer)
        => round.Questions.Select(q => (q.Key, answer.Scores[q.Key])).Concat(round.Questions.GroupBy(q => q.Dimension)
            .Select(g => (Tally.OfIndex(g.Key), (int)Math.Round(g.Average(q => q.PointsOf(answer.Scores[q.Key])), MidpointRounding.ToEven))));

    private static Task AddAsync(DbTransaction transaction, string code, Tally tally, CancellationToken cancellationToken) => transaction.Command(
        """
        INSERT INTO culture_tallies (round_code, unit, question, score, answers) VALUES (@round, @unit, @question, @score, @answers)
        ON CONFLICT (round_code, unit, question, score) DO UPDATE SET answers = culture_tallies.answers + @answers
        """,
        ("round", code), ("unit", tally.Part), ("question", tally.Question), ("score", tally.Score), ("answers", tally.Answers)).RunAsync(cancellationToken);

    /// <summary>Joins the tallies of units to those of their parts; where nothing may be shown, they are gone.</summary>
    private static async Task JoinAsync(DbTransaction transaction, string code, Dictionary<string, string>? parts, CancellationToken cancellationToken)
    {
        List<Tally> before = await transaction.Command("SELECT unit, question, score, answers FROM culture_tallies WHERE round_code = @round", ("round", code)).ListAsync(Read, cancellationToken);
        await transaction.Command("DELETE FROM culture_tallies WHERE round_code = @round", ("round", code)).RunAsync(cancellationToken);
        foreach (var same in parts is null ? [] : before.GroupBy(t => (Part: parts[t.Part], t.Question, t.Score)))
        {
            await AddAsync(transaction, code, new(same.Key.Part, same.Key.Question, same.Key.Score, same.Sum(t => t.Answers)), cancellationToken);
        }
    }

    private static async Task<IReadOnlyList<IReadOnlyDictionary<long, string>>> EarlierAsync(DbTransaction transaction, string code, CancellationToken cancellationToken)
    {
        var earlier = new List<IReadOnlyDictionary<long, string>>();
        foreach (string other in await transaction.Command(
            "SELECT round_code FROM culture_seals WHERE round_code <> @round AND cells <> '[]' ORDER BY sealed_at DESC LIMIT " + MostEarlier.ToString(CultureInfo.InvariantCulture), ("round", code)).ListAsync(r => r.GetString(0), cancellationToken))
        {
            earlier.Add((await transaction.Command("SELECT person, unit FROM culture_answered WHERE round_code = @round", ("round", other)).ListAsync(r => (r.GetInt64(0), r.GetString(1)), cancellationToken)).ToDictionary());
        }

        return earlier;
    }

    private static Tally Read(DbDataReader row) => new(row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetInt32(3));
}
