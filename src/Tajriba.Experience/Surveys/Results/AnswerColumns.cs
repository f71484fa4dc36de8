using System.Data.Common;
using System.Text.Json;
using Tajriba.Experience.Surveys.Quality;
using Tajriba.Experience.Surveys.Storage;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;
using Tajriba.Questionnaires;

namespace Tajriba.Experience.Surveys.Results;

/// <summary>
/// All answers to a survey in columns, tests left out, so that every one of them is counted in milliseconds. Filled from the table
/// of responses, which only grows; made anew where other questions or margins are asked for.
/// </summary>
internal sealed class AnswerColumns
{
    /// <summary>Bit of an answer with flags that are none of ours.</summary>
    private const byte OtherFlag = 1 << 7;

    private readonly string surveyKey;
    private readonly Dictionary<string, AnswerColumn> answers = new(StringComparer.Ordinal);
    private readonly (string Name, string Value, string? Line)[] places;
    private readonly Dictionary<string, AnswerColumn> traits;
    private readonly List<long> positions = [];
    private readonly List<long> times = [];
    private readonly List<byte> flags = [];
    private readonly AnswerColumn units = new();
    private readonly AnswerColumn languages = new();

    public AnswerColumns(string surveyKey, Questionnaire questionnaire, IReadOnlyList<Margin> margins)
    {
        this.surveyKey = surveyKey;
        places = [.. CountedQuestion.Of(questionnaire).Select(q => (q.Name, q.Question.ValueName, q.Line))];
        foreach (var (name, _, _) in places)
        {
            answers.TryAdd(name, new AnswerColumn());
        }

        traits = margins.ToDictionary(m => m.By, _ => new AnswerColumn(), StringComparer.Ordinal);
    }

    public int Count => positions.Count;

    /// <summary>Numbers held, to bound what is remembered.</summary>
    public long Cells => (long)Count * (answers.Count + traits.Count + 5);

    public long LastPosition => positions.Count == 0 ? 0 : positions[^1];

    public AnswerColumn? Answer(string question) => answers.GetValueOrDefault(question);

    public AnswerColumn Trait(string by) => traits[by];

    /// <summary>Reads what came since.</summary>
    public async Task CatchUpAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(
            """
            SELECT position, answered_at, unit, language, quality, answers, channel, mode, context FROM surveys_response
            WHERE survey_key = @key AND position > @after AND is_test = 0 ORDER BY position
            """,
            ("key", surveyKey), ("after", LastPosition));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            Add(reader);
        }
    }

    /// <summary>Which answers a filter lets through.</summary>
    public bool[] Choose(ResponseFilter filter)
    {
        var chosen = new bool[Count];
        var (from, until) = (filter.From is { } begin ? Microseconds.Of(begin) : long.MinValue, filter.Until is { } end ? Microseconds.Of(end) : long.MaxValue);
        var ofUnit = Allowed(units, v => filter.Units.Contains(v));
        var ofLanguage = Allowed(languages, v => filter.Language is null || v == filter.Language);
        var wanted = filter.Quality is null or ResponseFilter.Sound ? (byte)0 : Bit(filter.Quality);
        var column = filter.Answer is var (question, _) ? Answer(question) : null;
        var hasAnswer = column is null ? null : Allowed(column, v => v == filter.Answer!.Value.Value);
        var unitOf = units.Codes;
        var languageOf = languages.Codes;
        var answerOf = column is null ? default : column.Codes;
        var (anyUnit, anyLanguage, anyQuality, isSound, anyAnswer) = (filter.Units.IsEverything, filter.Language is null, filter.Quality is null, filter.Quality == ResponseFilter.Sound, filter.Answer is null);
        for (var i = 0; i < chosen.Length; i++)
        {
            chosen[i] = times[i] >= from && times[i] < until
                && (anyUnit || (unitOf[i] >= 0 && ofUnit[unitOf[i]]))
                && (anyLanguage || (languageOf[i] >= 0 && ofLanguage[languageOf[i]]))
                && (anyQuality || (isSound ? flags[i] == 0 : (flags[i] & wanted) != 0))
                && (anyAnswer || (hasAnswer is not null && answerOf[i] >= 0 && hasAnswer[answerOf[i]]));
        }

        return chosen;
    }

    /// <summary>Places in the log of the chosen, newest first.</summary>
    public IReadOnlyList<long> Newest(bool[] chosen)
        => [.. Enumerable.Range(0, chosen.Length).Where(i => chosen[i]).OrderByDescending(i => times[i]).ThenByDescending(i => positions[i]).Select(i => positions[i])];

    /// <summary>How many of the chosen carry a flag, and how many any.</summary>
    public (int Any, IReadOnlyDictionary<string, int> Each) Flags(bool[] chosen)
    {
        var each = QualityFlag.All.ToDictionary(f => f, _ => 0, StringComparer.Ordinal);
        var any = 0;
        for (var i = 0; i < chosen.Length; i++)
        {
            if (!chosen[i] || flags[i] == 0)
            {
                continue;
            }

            any++;
            foreach (var flag in QualityFlag.All)
            {
                each[flag] += (flags[i] & Bit(flag)) != 0 ? 1 : 0;
            }
        }

        return (any, each);
    }

    private static bool[] Allowed(AnswerColumn column, Func<string, bool> allows) => [.. column.Values.Select(v => v.Any(allows))];

    private static byte Bit(string flag)
    {
        for (var i = 0; i < QualityFlag.All.Count; i++)
        {
            if (QualityFlag.All[i] == flag)
            {
                return (byte)(1 << i);
            }
        }

        return OtherFlag;
    }

    private void Add(DbDataReader reader)
    {
        using var given = JsonDocument.Parse(reader.GetString(5));
        foreach (var (name, value, line) in places)
        {
            answers[name].Add(KeyOf(given.RootElement, name, value, line), ValuesOf);
        }

        var context = reader.Text(8);
        foreach (var (by, column) in traits)
        {
            column.Add(by switch { "unit" => reader.Text(2), "channel" => reader.Text(6), "language" => reader.Text(3), "mode" => reader.Text(7), _ => OfContext(context, by["context.".Length..]) }, One);
        }

        positions.Add(reader.GetInt64(0));
        times.Add(reader.GetInt64(1));
        units.Add(reader.Text(2), One);
        languages.Add(reader.Text(3), One);
        flags.Add(reader.GetString(4) is "[]" ? (byte)0 : (JsonSerializer.Deserialize<string[]>(reader.GetString(4)) ?? []).Aggregate((byte)0, (bits, flag) => (byte)(bits | Bit(flag))));
    }

    private static string[] One(string value) => [value];

    private static string? KeyOf(JsonElement given, string name, string value, string? line)
    {
        if (given.TryGetProperty(name, out var own))
        {
            return Raw(own);
        }

        return line is not null && given.TryGetProperty(value, out var lines) && lines.ValueKind == JsonValueKind.Object && lines.TryGetProperty(line, out var cell) ? Raw(cell) : null;
    }

    /// <summary>The answer as a key; arrays keep a mark in front, which no value begins with.</summary>
    private static string? Raw(JsonElement answer) => answer.ValueKind switch
    {
        JsonValueKind.String => answer.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => answer.GetRawText(),
        JsonValueKind.Array when answer.GetArrayLength() > 0 => "\0" + answer.GetRawText(),
        _ => null,
    };

    private static string[] ValuesOf(string key)
    {
        if (key is not ['\0', ..])
        {
            return [key];
        }

        using var several = JsonDocument.Parse(key.AsMemory(1));
        return [.. several.RootElement.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.String ? v.GetString()! : v.GetRawText()).Distinct()];
    }

    private static string? OfContext(string? context, string path)
    {
        if (context is null)
        {
            return null;
        }

        using var json = JsonDocument.Parse(context);
        var at = json.RootElement;
        return at.TryGetProperty(path, out var whole) ? Raw(whole)
            : path.Split('.').All(step => at.ValueKind == JsonValueKind.Object && at.TryGetProperty(step, out at)) ? Raw(at)
            : null;
    }
}
