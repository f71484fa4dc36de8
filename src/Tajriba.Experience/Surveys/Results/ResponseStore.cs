using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tajriba.Experience.Surveys.Storage;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Surveys.Results;

/// <summary>Answers on record, for those who may see their units. Tests are not among them.</summary>
public sealed class ResponseStore(IDatabase database)
{
    private const string Columns = "position, survey_key, version, answered_at, subject_type, subject_id, unit, channel, language, mode, seconds, answers, scores, quality, context, is_test";

    /// <summary>Answers by filter, newest first; a wanted answer is not looked at.</summary>
    public async Task<IReadOnlyList<SurveyResponse>> ListAsync(ResponseFilter filter, int skip, int take, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var (where, values) = Where(filter);
        (string, object?)[] all = [.. values, ("skip", skip), ("take", take)];
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.Command($"SELECT {Columns} FROM surveys_response WHERE {where} ORDER BY answered_at DESC, position DESC LIMIT @take OFFSET @skip", all).ListAsync(Read, cancellationToken);
    }

    /// <summary>Answers by filter, newest first, older than a cursor.</summary>
    public async Task<IReadOnlyList<SurveyResponse>> ListAsync(ResponseFilter filter, ResponseCursor? before, int take, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var (where, values) = Where(filter);
        if (before is not null)
        {
            where += " AND (answered_at < @at OR (answered_at = @at AND position < @position))";
            values = [.. values, ("at", before.At), ("position", before.Position)];
        }

        (string, object?)[] all = [.. values, ("take", take)];
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.Command($"SELECT {Columns} FROM surveys_response WHERE {where} ORDER BY answered_at DESC, position DESC LIMIT @take", all).ListAsync(Read, cancellationToken);
    }

    /// <summary>All answers by filter, newest first, one after another as they are read.</summary>
    public async IAsyncEnumerable<SurveyResponse> StreamAsync(ResponseFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var (where, values) = Where(filter);
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.Command($"SELECT {Columns} FROM surveys_response WHERE {where} ORDER BY answered_at DESC, position DESC", values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            yield return Read(reader);
        }
    }

    /// <summary>Answers by position, in the order asked for.</summary>
    public async Task<IReadOnlyList<SurveyResponse>> GetAsync(IReadOnlyList<long> positions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(positions);
        if (positions.Count == 0)
        {
            return [];
        }

        (string Name, object? Position)[] values = [.. positions.Select((p, i) => ("p" + i.ToString(CultureInfo.InvariantCulture), (object?)p))];
        await using var connection = await database.OpenAsync(cancellationToken);
        var found = (await connection.Command($"SELECT {Columns} FROM surveys_response WHERE position IN ({string.Join(", ", values.Select(v => "@" + v.Name))})", values).ListAsync(Read, cancellationToken))
            .ToDictionary(r => r.Position);
        return [.. positions.Where(found.ContainsKey).Select(p => found[p])];
    }

    /// <summary>How many a filter lets through; a wanted answer is not looked at.</summary>
    public async Task<long> CountAsync(ResponseFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var (where, values) = Where(filter);
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.Command($"SELECT COUNT(*) FROM surveys_response WHERE {where}", values).ScalarAsync<long>(cancellationToken);
    }

    /// <summary>One answer, if its unit is in the scope.</summary>
    public async Task<SurveyResponse?> FindAsync(string surveyKey, long position, UnitScope scope, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using var connection = await database.OpenAsync(cancellationToken);
        var found = await connection.Command($"SELECT {Columns} FROM surveys_response WHERE position = @position AND survey_key = @key", ("position", position), ("key", surveyKey)).ListAsync(Read, cancellationToken);
        return found is [var response] && scope.Contains(response.Unit) ? response : null;
    }

    /// <summary>The answers of a customer about units in the scope, newest first.</summary>
    public async Task<IReadOnlyList<SurveyResponse>> OfSubjectAsync(string type, string id, UnitScope scope, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var (units, values) = Units(scope);
        (string, object?)[] all = [.. values, ("type", type), ("id", id), ("limit", limit)];
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(
            $"SELECT {Columns} FROM surveys_response WHERE subject_type = @type AND subject_id = @id AND is_test = 0 AND {units} ORDER BY answered_at DESC LIMIT @limit",
            all).ListAsync(Read, cancellationToken);
    }

    /// <summary>How often a survey was asked, opened and, by known customers, answered.</summary>
    public async Task<AskedCount> AskedAsync(ResponseFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var connection = await database.OpenAsync(cancellationToken);
        var (units, values) = Units(filter.Units);
        (string, object?)[] all =
        [
            .. values, ("key", filter.SurveyKey),
            ("from", filter.From is { } from ? DateOnly.FromDateTime(from.UtcDateTime).DayNumber : 0),
            ("until", filter.Until is { } until ? DateOnly.FromDateTime(until.UtcDateTime).DayNumber : int.MaxValue),
        ];
        var counts = await connection.Command(
            $"SELECT COALESCE(SUM(invited), 0), COALESCE(SUM(opened), 0) FROM surveys_asked WHERE survey_key = @key AND day >= @from AND day < @until AND {units}", all)
            .ListAsync(r => (Invited: r.GetInt64(0), Opened: r.GetInt64(1)), cancellationToken);
        var (where, whereValues) = Where(filter with { Language = null, Quality = null });
        var answered = await connection.Command($"SELECT COUNT(*) FROM surveys_response WHERE {where} AND subject_type = 'customer'", whereValues).ScalarAsync<long>(cancellationToken);
        return new(counts[0].Invited, counts[0].Opened, answered);
    }

    /// <summary>How many answers each survey has, for those who may see them.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountsAsync(UnitScope scope, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var (units, values) = Units(scope);
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.Command($"SELECT survey_key, COUNT(*) FROM surveys_response WHERE is_test = 0 AND {units} GROUP BY survey_key", values)
            .ListAsync(r => KeyValuePair.Create(r.GetString(0), r.GetInt64(1)), cancellationToken);
        return new Dictionary<string, long>(rows, StringComparer.Ordinal);
    }

    private static (string Sql, (string, object?)[] Values) Where(ResponseFilter filter)
    {
        var (sql, unitValues) = Units(filter.Units);
        sql = "survey_key = @key AND is_test = 0 AND " + sql;
        List<(string, object?)> values = [("key", filter.SurveyKey), .. unitValues];
        if (filter.From is { } from)
        {
            sql += " AND answered_at >= @from";
            values.Add(("from", Microseconds.Of(from)));
        }

        if (filter.Until is { } until)
        {
            sql += " AND answered_at < @until";
            values.Add(("until", Microseconds.Of(until)));
        }

        if (filter.Language is { } language)
        {
            sql += " AND language = @language";
            values.Add(("language", language));
        }

        if (filter.Quality is { } quality)
        {
            sql += quality == ResponseFilter.Sound ? " AND quality = '[]'" : " AND quality LIKE @quality";
            values.Add(("quality", $"%\"{quality}\"%"));
        }

        return (sql, [.. values]);
    }

    /// <summary>A condition on the column <c>unit</c>.</summary>
    private static (string Sql, (string, object?)[] Values) Units(UnitScope scope)
    {
        if (scope.IsEverything)
        {
            return ("1 = 1", []);
        }

        (string Name, object? Code)[] values = [.. scope.Codes.Select((code, i) => ("u" + i.ToString(CultureInfo.InvariantCulture), (object?)code))];
        return values.Length == 0 ? ("1 = 0", []) : ($"unit IN ({string.Join(", ", values.Select(v => "@" + v.Name))})", values);
    }

    private static SurveyResponse Read(DbDataReader reader) => new()
    {
        Position = reader.GetInt64(0),
        SurveyKey = reader.GetString(1),
        Version = reader.GetInt32(2),
        At = Microseconds.ToTime(reader.GetInt64(3)),
        SubjectType = reader.GetString(4),
        SubjectId = reader.GetString(5),
        Unit = reader.Text(6),
        Channel = reader.Text(7),
        Language = reader.Text(8),
        Mode = reader.Text(9),
        Seconds = reader.IsDBNull(10) ? null : reader.GetDouble(10),
        Answers = JsonNode.Parse(reader.GetString(11))!.AsObject(),
        Scores = JsonNode.Parse(reader.GetString(12))!.AsObject(),
        Flags = JsonSerializer.Deserialize<string[]>(reader.GetString(13)) ?? [],
        Context = reader.Text(14),
        IsTest = reader.GetInt16(15) != 0,
    };
}
