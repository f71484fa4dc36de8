using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Tajriba.Kernel.Storage;
using Tajriba.Leadership.Maturity.Campaigns;

namespace Tajriba.Leadership.Maturity.Answer;

/// <summary>The sheets that people fill in. Only whoever holds a sheet's token can change it, and the token is not kept.</summary>
public sealed class SheetStore(IDatabase database, TimeProvider clock)
{
    private const int MostBehindDoor = 2_000;
    private const string Select = "SELECT campaign_id, unit, answer_role, person_name, answers, is_done FROM maturity_sheets";

    /// <summary>A new sheet; gives its token, or null where too many were begun behind this door.</summary>
    public Task<string?> BeginAsync(Door door, string? name, CancellationToken cancellationToken = default) => database.WriteAsync(
        async (transaction, cancel) =>
        {
            if (await transaction.Command(
                "SELECT COUNT(*) FROM maturity_sheets WHERE campaign_id = @campaign AND unit = @unit AND answer_role = @role",
                ("campaign", door.Campaign), ("unit", door.Unit), ("role", door.Role.ToString())).ScalarAsync<long>(cancel) >= MostBehindDoor)
            {
                return null;
            }

            string token = SheetToken.New();
            await AddAsync(transaction, SheetToken.Hash(token), new Sheet(door.Campaign, door.Unit, door.Role, name, SheetAnswers.None, false), null, cancel);
            return token;
        },
        cancellationToken);

    /// <summary>Sheets that are filled in already, for a history that is written down at once.</summary>
    public Task AddAsync(IEnumerable<Sheet> sheets, DateOnly doneOn, CancellationToken cancellationToken = default) => database.WriteAsync(
        async (DbTransaction transaction, CancellationToken cancel) =>
        {
            foreach (Sheet sheet in sheets)
            {
                await AddAsync(transaction, SheetToken.Hash(SheetToken.New()), sheet, sheet.Name is null ? null : doneOn, cancel);
            }
        },
        cancellationToken);

    /// <summary>The sheet of a token, or null.</summary>
    public async Task<Sheet?> FindAsync(string token, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return (await connection.Command(Select + " WHERE token_hash = @hash", ("hash", SheetToken.Hash(token))).ListAsync(Read, cancellationToken)).FirstOrDefault();
    }

    /// <summary>Writes what changed in a sheet into it, whatever else was written meanwhile.</summary>
    /// <param name="token">Its token.</param>
    /// <param name="change">From what is there to what shall be.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task SaveAsync(string token, Func<Sheet, Sheet> change, CancellationToken cancellationToken = default) => database.WriteAsync(
        async (DbTransaction transaction, CancellationToken cancel) =>
        {
            string hash = SheetToken.Hash(token);

            // Written first, so that of two windows of one person the second sees what the first has saved.
            await transaction.Command("UPDATE maturity_sheets SET is_done = is_done WHERE token_hash = @hash", ("hash", hash)).RunAsync(cancel);
            if ((await transaction.Command(Select + " WHERE token_hash = @hash", ("hash", hash)).ListAsync(Read, cancel)).FirstOrDefault() is { } before)
            {
                Sheet after = change(before);
                DateOnly? day = after is { IsDone: true, Name: not null } ? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime) : null;
                await transaction.Command(
                    "UPDATE maturity_sheets SET answers = @answers, is_done = @done, done_on = @day WHERE token_hash = @hash",
                    ("answers", Write(after.Answers)), ("done", after.IsDone ? 1 : 0), ("day", Day(day)), ("hash", hash)).RunAsync(cancel);
            }
        },
        cancellationToken);

    /// <summary>The sheets of an assessment in an order that tells nothing, also those that are not handed in.</summary>
    public async Task<IReadOnlyList<Sheet>> OfAsync(long campaign, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(Select + " WHERE campaign_id = @campaign ORDER BY token_hash", ("campaign", campaign)).ListAsync(Read, cancellationToken);
    }

    /// <summary>How many were handed in, by assessment and unit.</summary>
    public async Task<ILookup<long, (string Unit, int Done)>> DoneAsync(CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return (await connection.Command("SELECT campaign_id, unit, COUNT(*) FROM maturity_sheets WHERE is_done = 1 GROUP BY campaign_id, unit").ListAsync(r => (r.GetInt64(0), Unit: r.GetString(1), Done: (int)r.GetInt64(2)), cancellationToken))
            .ToLookup(r => r.Item1, r => (r.Unit, r.Done));
    }

    private static Task AddAsync(DbTransaction transaction, string hash, Sheet sheet, DateOnly? day, CancellationToken cancellationToken) => transaction.Command(
        "INSERT INTO maturity_sheets (token_hash, campaign_id, unit, answer_role, person_name, answers, is_done, done_on) VALUES (@hash, @campaign, @unit, @role, @name, @answers, @done, @day)",
        ("hash", hash), ("campaign", sheet.Campaign), ("unit", sheet.Unit), ("role", sheet.Role.ToString()), ("name", sheet.Name), ("answers", Write(sheet.Answers)), ("done", sheet.IsDone ? 1 : 0),
        ("day", Day(day))).RunAsync(cancellationToken);

    private static string Write(SheetAnswers answers) => JsonSerializer.Serialize(answers, JsonSerializerOptions.Web);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Sheet Read(DbDataReader row) => new(
        row.GetInt64(0), row.GetString(1), Enum.Parse<AnswerRole>(row.GetString(2)), row.IsDBNull(3) ? null : row.GetString(3),
        JsonSerializer.Deserialize<SheetAnswers>(row.GetString(4), JsonSerializerOptions.Web)!, row.GetInt32(5) == 1);
}
