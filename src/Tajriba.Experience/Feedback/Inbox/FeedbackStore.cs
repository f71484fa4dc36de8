using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Tajriba.Experience.Feedback.Understand;
using Tajriba.Experience.Surveys.Storage;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;
using Tajriba.TextAnalysis;

namespace Tajriba.Experience.Feedback.Inbox;

/// <summary>Feedback on record, for those who may see its units.</summary>
public sealed class FeedbackStore(IDatabase database, IAuditTrail audit, TimeProvider clock)
{
    private const string Columns = """
        i.id, i.code, i.received_at, i.kind, i.text, i.language, i.negative, i.neutral, i.positive, i.topics, i.urgency, i.reason,
        i.subject_type, i.subject_id, i.unit, i.channel, i.step, i.rating, i.survey, i.state, i.case_code
        """;

    /// <summary>Among how many of a unit similar ones are looked for, and of how long before.</summary>
    private const int LookedThrough = 2_000;

    /// <summary>From here on words alone make two texts similar.</summary>
    private const double NearEnough = 0.2;
    private static readonly TimeSpan Quarter = TimeSpan.FromDays(90);

    private bool IsSqlite => database.Provider == DatabaseProvider.Sqlite;

    /// <summary>One piece of feedback, if its unit is in the scope.</summary>
    public async Task<FeedbackItem?> FindAsync(long id, UnitScope scope, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        List<FeedbackItem> found = await connection.Command($"SELECT {Columns} FROM feedback_items i WHERE i.id = @id", ("id", id)).ListAsync(Read, cancellationToken);
        return found is [var item] && scope.Contains(item.Unit) ? item : null;
    }

    /// <summary>What an event told, in order.</summary>
    /// <param name="position">Place of the event in the log.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<FeedbackItem>> OfEventAsync(long position, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(
            $"SELECT {Columns} FROM feedback_items i WHERE i.id >= @from AND i.id < @until ORDER BY i.id",
            ("from", position * FeedbackItem.MostOfOneEvent), ("until", (position + 1) * FeedbackItem.MostOfOneEvent)).ListAsync(Read, cancellationToken);
    }

    /// <summary>What was told under a code, the first text of it.</summary>
    public async Task<FeedbackItem?> FindByCodeAsync(string code, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return (await connection.Command($"SELECT {Columns} FROM feedback_items i WHERE i.code = @code ORDER BY i.id LIMIT 1", ("code", code)).ListAsync(Read, cancellationToken)).FirstOrDefault();
    }

    /// <summary>Feedback by filter, the latest first, older than an id.</summary>
    public async Task<IReadOnlyList<FeedbackItem>> PageAsync(FeedbackFilter filter, long before, int take, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        string? terms = filter.Search is { } search ? SearchTerms.Of(search, IsSqlite) : null;
        if (filter.Search is not null && terms is null)
        {
            return [];
        }

        (string where, List<(string, object?)> values) = Where(filter);
        values.AddRange([("before", before), ("take", take)]);
        (string from, string matches) = ("feedback_items i" + (IsSqlite && filter.Subject is null ? " INDEXED BY feedback_items_list" : ""), "");
        if (terms is not null)
        {
            // SQLite left to itself walks along the items and asks for the words of each.
            (from, matches) = IsSqlite
                ? ($"feedback_search s CROSS JOIN {from} ON i.id = s.rowid", "feedback_search MATCH @terms AND s.rowid < @before AND ")
                : (from, "i.words @@ to_tsquery('simple', @terms) AND ");
            values.Add(("terms", terms));
        }

        // The walk reads nothing but the index; only the rows of the page are looked up.
        string order = terms is not null && IsSqlite ? "s.rowid" : "i.id";
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(
            $"SELECT {Columns} FROM feedback_items i WHERE i.id IN (SELECT i.id FROM {from} WHERE {matches}i.id < @before AND {where} ORDER BY {order} DESC LIMIT @take) ORDER BY i.id DESC", [.. values])
            .ListAsync(Read, cancellationToken);
    }

    /// <summary>Feedback of the same unit about the same, of about a quarter of a year: the more topics and words in common the sooner, then the latest.</summary>
    /// <param name="item">To which it is similar.</param>
    /// <param name="scope">The units that may be seen.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<FeedbackItem>> SimilarAsync(FeedbackItem item, UnitScope scope, int most, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.Contains(item.Unit))
        {
            return [];
        }

        // Of the unit's latest only, so that a search costs the same however much there is.
        string unit = item.Unit is null ? "unit IS NULL" : "unit = @unit";
        List<(string, object?)> values =
            [("latest", LookedThrough), ("id", item.Id), ("from", Microseconds.Of(item.ReceivedAt - Quarter)), ("spam", Code(TriageState.Spam))];
        if (item.Unit is not null)
        {
            values.Add(("unit", item.Unit));
        }

        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        List<FeedbackItem> others = await connection.Command(
            $"""
            SELECT {Columns} FROM feedback_items i
            JOIN (SELECT id FROM feedback_items WHERE {unit} ORDER BY id DESC LIMIT @latest) latest ON latest.id = i.id
            WHERE i.id <> @id AND i.received_at >= @from AND i.state <> @spam
            """,
            [.. values]).ListAsync(Read, cancellationToken);
        IReadOnlyList<double> near = SimilarTexts.To(Written(item), [.. others.Select(Written)]);
        return
        [
            .. others.Select((other, n) => (Item: other, Topics: other.Topics.Intersect(item.Topics).Count(), Near: near[n]))
                .Where(o => o.Topics > 0 || o.Near >= NearEnough)
                .OrderByDescending(o => (o.Topics / (double)Math.Max(1, item.Topics.Count)) + o.Near).ThenByDescending(o => o.Item.Id)
                .Take(most).Select(o => o.Item),
        ];
    }

    /// <summary>How many wait to be read, counted up to a number.</summary>
    public async Task<long> WaitingAsync(UnitScope scope, int most, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        (string where, List<(string, object?)> values) = Where(new FeedbackFilter { Units = scope, State = TriageState.New });
        values.Add(("most", most));
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command($"SELECT COUNT(*) FROM (SELECT 1 FROM feedback_items i WHERE {where} LIMIT @most) waiting", [.. values]).ScalarAsync<long>(cancellationToken);
    }

    /// <summary>Says how far a person has looked at it; null where there is no such feedback in the scope, else how it stood before.</summary>
    public Task<TriageState?> MarkAsync(long id, TriageState state, UnitScope scope, CancellationToken cancellationToken = default) => database.WriteAsync<TriageState?>(
        async (transaction, cancel) =>
        {
            List<FeedbackItem> found = await transaction.Command($"SELECT {Columns} FROM feedback_items i WHERE i.id = @id", ("id", id)).ListAsync(Read, cancel);
            if (found is not [var item] || !scope.Contains(item.Unit))
            {
                return null;
            }

            if (item.State != state)
            {
                await KeepAsync(transaction, id, "state", Code(state), cancel);
                await audit.RecordAsync(transaction, "feedback.mark", id.ToString(CultureInfo.InvariantCulture), JsonSerializer.Serialize(new { state = Code(state) }), cancel);
            }

            return item.State;
        },
        cancellationToken);

    /// <summary>Says in which case it is.</summary>
    public Task AttachAsync(DbTransaction transaction, long id, string caseCode, CancellationToken cancellationToken = default)
        => KeepAsync(transaction, id, "case_code", caseCode, cancellationToken);

    /// <summary>Topics as a column holds them: apart by commas, with one at either end.</summary>
    internal static string Written(IReadOnlyList<string> topics) => topics.Count == 0 ? "" : $",{string.Join(',', topics)},";

    internal static string Code<T>(T value)
        where T : struct, Enum
        => value.ToString().ToLowerInvariant();

    private static (string Text, TextLanguage Language) Written(FeedbackItem item)
        => (item.Text, LanguageCodes.TryParse(item.Language, out TextLanguage language) ? language : TextLanguage.En);

    /// <summary>Each column by itself: somebody may mark it while another opens its case. One that nobody has marked is new.</summary>
    private async Task KeepAsync(DbTransaction transaction, long id, string column, string value, CancellationToken cancellationToken)
    {
        (string, object?)[] values = [("id", id), ("value", value), ("now", Microseconds.Of(clock.GetUtcNow()))];
        await transaction.Command(
            column == "state"
                ? "INSERT INTO feedback_marks (item_id, state, changed_at) VALUES (@id, @value, @now) ON CONFLICT (item_id) DO UPDATE SET state = excluded.state, changed_at = excluded.changed_at"
                : "INSERT INTO feedback_marks (item_id, state, case_code, changed_at) VALUES (@id, 'new', @value, @now) ON CONFLICT (item_id) DO UPDATE SET case_code = excluded.case_code, changed_at = excluded.changed_at",
            values).RunAsync(cancellationToken);
        await transaction.Command($"UPDATE feedback_items SET {column} = @value WHERE id = @id", values[..2]).RunAsync(cancellationToken);
    }

    private (string Sql, List<(string, object?)> Values) Where(FeedbackFilter filter)
    {
        var conditions = new List<string>();
        var values = new List<(string, object?)>();
        void And(string sql, string name, object? value)
        {
            conditions.Add(sql);
            values.Add((name, value));
        }

        if (!filter.Units.IsEverything)
        {
            (string Name, object? Code)[] codes = [.. filter.Units.Codes.Select((code, n) => ("u" + n.ToString(CultureInfo.InvariantCulture), (object?)code))];
            conditions.Add(codes.Length == 0 ? "1 = 0" : $"i.unit IN ({string.Join(", ", codes.Select(c => "@" + c.Name))})");
            values.AddRange(codes);
        }

        if (filter.State is { } state)
        {
            And("i.state = @state", "state", Code(state));
        }

        if (filter.Kind is { } kind)
        {
            And("i.kind = @kind", "kind", Code(kind));
        }

        if (filter.Urgency is { } urgency)
        {
            And("i.urgency = @urgency", "urgency", (short)urgency);
        }

        if (filter.Language is { } language)
        {
            And("i.language = @language", "language", language);
        }

        if (filter.Channel is { } channel)
        {
            And("i.channel = @channel", "channel", channel);
        }

        if (filter.Topic is { } topic)
        {
            And($"{(IsSqlite ? "INSTR" : "STRPOS")}(i.topics, @topic) > 0", "topic", $",{topic},");
        }

        if (filter.Subject is var (type, id))
        {
            And("i.subject_type = @type", "type", type);
            And("i.subject_id = @subject", "subject", id);
        }

        if (filter.From is { } from)
        {
            And("i.received_at >= @from", "from", Microseconds.Of(from));
        }

        if (filter.Until is { } until)
        {
            And("i.received_at < @until", "until", Microseconds.Of(until));
        }

        conditions.Add(filter.Sentiment switch
        {
            "neg" => "i.negative > i.neutral AND i.negative >= i.positive",
            "neu" => "i.neutral >= i.negative AND i.neutral >= i.positive",
            "pos" => "i.positive > i.neutral AND i.positive > i.negative",
            _ => "1 = 1",
        });
        return (string.Join(" AND ", conditions), values);
    }

    private static FeedbackItem Read(DbDataReader r) => new()
    {
        Id = r.GetInt64(0),
        Code = r.GetString(1),
        ReceivedAt = Microseconds.ToTime(r.GetInt64(2)),
        Kind = Enum.Parse<FeedbackKind>(r.GetString(3), ignoreCase: true),
        Text = r.GetString(4),
        Language = r.GetString(5),
        Sentiment = new SentimentScore(r.GetDouble(6), r.GetDouble(7), r.GetDouble(8)),
        Topics = r.GetString(9).Split(',', StringSplitOptions.RemoveEmptyEntries),
        Urgency = (Urgency)r.GetInt16(10),
        Reason = Enum.Parse<UrgencyReason>(r.GetString(11)),
        SubjectType = r.GetString(12),
        SubjectId = r.GetString(13),
        Unit = r.Text(14),
        Channel = r.Text(15),
        Step = r.Text(16),
        Rating = r.IsDBNull(17) ? null : r.GetInt16(17),
        Survey = r.Text(18),
        State = Enum.Parse<TriageState>(r.GetString(19), ignoreCase: true),
        CaseCode = r.Text(20),
    };
}
