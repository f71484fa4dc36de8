using System.Data.Common;
using System.Text.Json;
using Tajriba.Experience.Surveys.Results;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Surveys.Storage;

/// <summary>Surveys and their versions, for reading; deleted ones are not there.</summary>
public sealed class SurveyStore(IDatabase database)
{
    internal const string Columns = "id, survey_key, title, topic, state, version, draft, draft_at, draft_by, origins, made_at, titles, margins";

    private const string Select = $"SELECT {Columns} FROM surveys_surveys WHERE deleted_at IS NULL";

    /// <summary>All, newest first.</summary>
    public async Task<IReadOnlyList<Survey>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(Select + " ORDER BY id DESC").ListAsync(Read, cancellationToken);
    }

    public async Task<Survey?> FindAsync(string key, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var found = await connection.Command(Select + " AND survey_key = @key", ("key", key)).ListAsync(Read, cancellationToken);
        return found.Count == 0 ? null : found[0];
    }

    public async Task<Survey?> FindAsync(long id, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var found = await connection.Command(Select + " AND id = @id", ("id", id)).ListAsync(Read, cancellationToken);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>Versions, newest first.</summary>
    public async Task<IReadOnlyList<SurveyVersion>> VersionsAsync(long surveyId, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(
            "SELECT version, body, published_at, published_by FROM surveys_versions WHERE survey_id = @id ORDER BY version DESC", ("id", surveyId)).ListAsync(ReadVersion, cancellationToken);
    }

    public async Task<SurveyVersion?> VersionAsync(long surveyId, int version, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var found = await connection.Command(
            "SELECT version, body, published_at, published_by FROM surveys_versions WHERE survey_id = @id AND version = @version",
            ("id", surveyId), ("version", version)).ListAsync(ReadVersion, cancellationToken);
        return found.Count == 0 ? null : found[0];
    }

    internal static Survey Read(DbDataReader reader) => new()
    {
        Id = reader.GetInt64(0),
        Key = reader.GetString(1),
        Name = JsonSerializer.Deserialize<Titles>(reader.GetString(11))!.With(reader.GetString(2)),
        Margins = JsonSerializer.Deserialize<Margin[]>(reader.GetString(12)) ?? [],
        Topic = reader.GetString(3),
        State = Enum.Parse<SurveyState>(reader.GetString(4), ignoreCase: true),
        Version = reader.GetInt32(5),
        Draft = reader.Text(6),
        DraftAt = reader.Time(7),
        DraftBy = reader.Text(8),
        Origins = JsonSerializer.Deserialize<string[]>(reader.GetString(9)) ?? [],
        MadeAt = Microseconds.ToTime(reader.GetInt64(10)),
    };

    private static SurveyVersion ReadVersion(DbDataReader reader)
        => new(reader.GetInt32(0), reader.GetString(1), Microseconds.ToTime(reader.GetInt64(2)), reader.GetString(3));
}
