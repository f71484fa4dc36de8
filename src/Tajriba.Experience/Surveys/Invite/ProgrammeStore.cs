using System.Data.Common;
using System.Text.Json;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Surveys.Invite;

/// <summary>The programmes on record; every change is audited.</summary>
public sealed class ProgrammeStore(IDatabase database, IExperienceLog log, IAuditTrail audit, TimeProvider clock)
{
    private const string Select = "SELECT id, programme_key, name, survey_key, settings, is_on, from_position, scheduled_through FROM surveys_programmes WHERE deleted_at IS NULL";

    public async Task<IReadOnlyList<Programme>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(Select + " ORDER BY id").ListAsync(Read, cancellationToken);
    }

    public async Task<Programme?> FindAsync(string key, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return (await connection.Command(Select + " AND programme_key = @key", ("key", key)).ListAsync(Read, cancellationToken)).FirstOrDefault();
    }

    /// <summary>Puts a programme on record, on, from the head of the log; null where the key is taken.</summary>
    public Task<long?> AddAsync(string key, string name, string surveyKey, ProgrammeSettings settings, long? fromPosition = null, CancellationToken cancellationToken = default) => database.WriteAsync<long?>(
        async (transaction, cancel) =>
        {
            var id = await transaction.Command(
                """
                INSERT INTO surveys_programmes (programme_key, name, survey_key, settings, is_on, from_position, made_at, scheduled_through)
                VALUES (@key, @name, @survey, @settings, 1, @from, @now, @now) ON CONFLICT (programme_key) DO NOTHING RETURNING id
                """,
                ("key", key), ("name", name), ("survey", surveyKey), ("settings", JsonSerializer.Serialize(settings)), ("from", fromPosition ?? log.Head), ("now", Microseconds.Of(clock.GetUtcNow())))
                .ScalarAsync<long?>(cancel);
            if (id is not null)
            {
                await audit.RecordAsync(transaction, "surveys.programme-add", "programme:" + key, cancellationToken: cancel);
            }

            return id;
        },
        cancellationToken);

    public Task<bool> ChangeAsync(string key, string name, string surveyKey, ProgrammeSettings settings, CancellationToken cancellationToken = default) => WriteAsync(
        key, "surveys.programme-change", "name = @name, survey_key = @survey, settings = @settings, scheduled_through = @now", "deleted_at IS NULL", cancellationToken,
        ("now", Microseconds.Of(clock.GetUtcNow())), ("name", name), ("survey", surveyKey), ("settings", JsonSerializer.Serialize(settings)));

    /// <summary>Switched on it hears events from now on; what was planned before goes on.</summary>
    public Task<bool> SwitchAsync(string key, bool isOn, CancellationToken cancellationToken = default) => WriteAsync(
        key, isOn ? "surveys.programme-on" : "surveys.programme-off", "is_on = @on, from_position = @from, scheduled_through = @now", "deleted_at IS NULL", cancellationToken,
        ("now", Microseconds.Of(clock.GetUtcNow())), ("on", (short)(isOn ? 1 : 0)), ("from", log.Head));

    public Task<bool> DeleteAsync(string key, CancellationToken cancellationToken = default) => WriteAsync(
        key, "surveys.programme-delete", "deleted_at = @now, is_on = 0", "deleted_at IS NULL", cancellationToken, ("now", Microseconds.Of(clock.GetUtcNow())));

    public Task<bool> RestoreAsync(string key, CancellationToken cancellationToken = default) =>
        WriteAsync(key, "surveys.programme-restore", "deleted_at = NULL", "deleted_at IS NOT NULL", cancellationToken);

    /// <summary>Surveys that can be asked: key and title.</summary>
    public async Task<IReadOnlyList<(string Key, string Title)>> SurveysAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.Command("SELECT survey_key, title FROM surveys_surveys WHERE deleted_at IS NULL ORDER BY title").ListAsync(r => (r.GetString(0), r.GetString(1)), cancellationToken);
    }

    private Task<bool> WriteAsync(string key, string action, string assignments, string which, CancellationToken cancellationToken, params (string Name, object? Value)[] values) => database.WriteAsync(
        async (transaction, cancel) =>
        {
            if (await transaction.Command($"UPDATE surveys_programmes SET {assignments} WHERE programme_key = @key AND {which}", [("key", key), .. values]).RunAsync(cancel) == 0)
            {
                return false;
            }

            await audit.RecordAsync(transaction, action, "programme:" + key, cancellationToken: cancel);
            return true;
        },
        cancellationToken);

    private static Programme Read(DbDataReader r) => new(
        r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), JsonSerializer.Deserialize<ProgrammeSettings>(r.GetString(4))!, r.GetInt32(5) == 1, r.GetInt64(6), Microseconds.ToTime(r.GetInt64(7)));
}
