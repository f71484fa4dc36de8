using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tajriba.Experience.Feedback.Cases.Facts;
using Tajriba.Experience.Feedback.Inbox;
using Tajriba.Experience.Feedback.Sla;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Channels.Messages;

namespace Tajriba.Experience.Feedback.Cases;

/// <summary>Keeps moments of cases. Of two people who act at once one is told that the other was first.</summary>
internal sealed class CaseStore(IDatabase database, IExperienceLog log, IAuditTrail audit, IMessages messages, FeedbackStore feedback, CasePromises promises, TimeProvider clock) : ICases
{
    private const string Select = "SELECT id, code, item, subject_type, subject_id, channel, language, said, feedback FROM feedback_cases";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public Task<Case> OpenAsync(NewCase begun, CancellationToken cancellationToken = default)
    {
        CasePromises now = promises.Now();
        return database.WriteAsync((transaction, cancel) => OpenAsync(transaction, now, begun, cancel), cancellationToken);
    }

    public Task<CaseFault?> DoAsync(string code, CaseMoment moment, int? seen = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(moment);
        CasePromises now = promises.Now();
        return database.WriteAsync(
            (transaction, cancel) => moment switch
            {
                CaseMoment.Merged merged => MergeAsync(transaction, now, code, merged, seen, cancel),
                CaseMoment.Parted parted => PartAsync(transaction, now, code, parted, seen, cancel),
                _ => DoAsync(transaction, now, code, moment, seen, cancel),
            },
            cancellationToken);
    }

    public async Task<AnswerOutcome> WriteAsync(string code, CaseMoment.Answered answer, string subject, int? seen = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (string.IsNullOrWhiteSpace(answer.Text))
        {
            return new(CaseFault.NeedsText);
        }

        CasePromises now = promises.Now();
        try
        {
            return new(await database.WriteAsync(
                async (transaction, cancel) =>
                {
                    // Of two who answer at once the second waits here, before it asks for a message.
                    if (await TakeAsync(transaction, code, cancel) is not var (id, kept))
                    {
                        return CaseFault.NotOpened;
                    }

                    return await DoAsync(transaction, now, id, kept, answer with { Message = await SendAsync(transaction, kept, answer.Text, subject, cancel) }, seen, cancel) is { } fault
                        ? throw new NotDoneException(new(fault))
                        : (CaseFault?)null;
                },
                cancellationToken));
        }
        catch (NotDoneException e)
        {
            return e.Outcome;
        }
    }

    public async Task<KeptCase?> FindAsync(string code, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return (await ReadAsync((sql, value) => connection.Command(sql, value), " WHERE code = @key", code, cancellationToken))?.Kept;
    }

    public async Task<IReadOnlyList<CaseRow>> PageAsync(CaseFilter filter, CaseCursor? after, int take, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await CaseQuery.Of(connection, database.Provider, filter, after, take).ListAsync(CaseQuery.Read, cancellationToken);
    }

    private static bool IsOpen(Case handled) => handled.State is CaseState.New or CaseState.Open or CaseState.Waiting;

    private async Task<Case> OpenAsync(DbTransaction transaction, CasePromises now, NewCase begun, CancellationToken cancellationToken)
    {
        var made = Case.Open(CaseCode.New(), new(clock.GetUtcNow(), begun.By, begun.Item ?? 0, begun.Unit, begun.Priority, begun.Rule, begun.Earlier));
        (long due, long escalation) = now.DatesOf(made);
        long id = await transaction.Command(
            """
            INSERT INTO feedback_cases (
                code, item, feedback, subject_type, subject_id, channel, language, said, unit, state, priority, handler, is_open, opened_at, due_at, escalate_at, promised_at, version)
            VALUES (@code, @item, @feedback, @type, @subject, @channel, @language, @said, @unit, @state, @priority, NULL, 1, @at, @due, @escalation, @at, 1)
            ON CONFLICT (item) DO NOTHING RETURNING id
            """,
            ("code", made.Code), ("item", begun.Item), ("feedback", begun.Feedback), ("type", begun.SubjectType), ("subject", begun.SubjectId), ("channel", begun.Channel), ("language", begun.Language),
            ("said", begun.Said), ("unit", made.Unit), ("state", made.State.ToString()), ("priority", (int)made.Priority), ("at", Microseconds.Of(made.OpenedAt)), ("due", due), ("escalation", escalation))
            .ScalarAsync<long>(cancellationToken);
        if (id == 0)
        {
            return (await ReadAsync((sql, value) => transaction.Command(sql, value), " WHERE item = @key", begun.Item!, cancellationToken))!.Value.Kept.Case;
        }

        await TellAsync(transaction, id, new(made, begun), now.Of(made), cancellationToken);
        return made;
    }

    /// <summary>Both cases hear of it, or neither. Rows are taken in one order: of two merges into each other one comes first, and the other finds it done.</summary>
    private async Task<CaseFault?> MergeAsync(DbTransaction transaction, CasePromises now, string code, CaseMoment.Merged merged, int? seen, CancellationToken cancellationToken)
    {
        var (one, other) = await TakeBothAsync(transaction, code, merged.Into, cancellationToken);
        if (one is not var (id, kept))
        {
            return CaseFault.NotOpened;
        }

        if (kept.Case.Fault(At(kept.Case, merged)) is { } fault)
        {
            return fault;
        }

        if (other is not var (into, target) || target.Case.IsDone || target.Case.State == CaseState.Merged)
        {
            return CaseFault.NoSuchCase;
        }

        if (kept.About.SubjectId is not null && target.About.SubjectId is not null && (kept.About.SubjectType, kept.About.SubjectId) != (target.About.SubjectType, target.About.SubjectId))
        {
            return CaseFault.OtherCustomer;
        }

        return await DoAsync(transaction, now, id, kept, merged, seen, cancellationToken)
            ?? await DoAsync(transaction, now, into, target, new CaseMoment.Absorbed(merged.At, merged.By, code), null, cancellationToken);
    }

    private async Task<CaseFault?> PartAsync(DbTransaction transaction, CasePromises now, string code, CaseMoment.Parted parted, int? seen, CancellationToken cancellationToken)
    {
        // Into what it went is read before its row is taken; only its parting changes that, which the fault finds.
        string? into = (await ReadAsync((sql, value) => transaction.Command(sql, value), " WHERE code = @key", code, cancellationToken))?.Kept.Case.MergedInto;
        var (one, other) = await TakeBothAsync(transaction, code, into ?? code, cancellationToken);
        return one is not var (id, kept) ? CaseFault.NotOpened
            : await DoAsync(transaction, now, id, kept, parted, seen, cancellationToken) is { } fault ? fault
            : other is not var (from, target) || target.Case.State == CaseState.Merged ? null
            : await DoAsync(transaction, now, from, target, new CaseMoment.Released(parted.At, parted.By, code), null, cancellationToken);
    }

    private async Task<CaseFault?> DoAsync(DbTransaction transaction, CasePromises now, string code, CaseMoment moment, int? seen, CancellationToken cancellationToken)
        => await TakeAsync(transaction, code, cancellationToken) is var (id, kept) ? await DoAsync(transaction, now, id, kept, moment, seen, cancellationToken) : CaseFault.NotOpened;

    private async Task<CaseFault?> DoAsync(DbTransaction transaction, CasePromises now, long id, KeptCase kept, CaseMoment asked, int? seen, CancellationToken cancellationToken)
    {
        Case before = kept.Case;
        CaseMoment moment = At(before, asked);
        if (seen is { } version && version != before.Moments.Length)
        {
            return CaseFault.Meanwhile;
        }

        if (before.Fault(moment) is { } fault)
        {
            return fault;
        }

        Case after = before.After(moment);
        (long due, long escalation) = now.DatesOf(after);
        await transaction.Command(
            """
            UPDATE feedback_cases SET unit = @unit, state = @state, priority = @priority, handler = @handler, is_open = @open, due_at = @due, escalate_at = @escalation, promised_at = @now,
                resolved_at = @resolved, version = version + 1
            WHERE id = @id
            """,
            ("unit", after.Unit), ("state", after.State.ToString()), ("priority", (int)after.Priority), ("handler", after.Handler), ("open", IsOpen(after) ? 1 : 0),
            ("due", due), ("escalation", escalation), ("now", Microseconds.Of(clock.GetUtcNow())), ("resolved", after.ResolvedAt is { } at ? Microseconds.Of(at) : null), ("id", id)).RunAsync(cancellationToken);
        await TellAsync(transaction, id, kept with { Case = after }, now.Of(after), cancellationToken);
        return null;
    }

    /// <summary>Clocks of nodes differ by a little: what comes next is never before what came last.</summary>
    private static CaseMoment At(Case before, CaseMoment moment) => moment.At < before.Moments[^1].At ? moment with { At = before.Moments[^1].At } : moment;

    /// <summary>A case whose row nobody else changes until the transaction ends.</summary>
    private static async Task<(long Id, KeptCase Kept)?> TakeAsync(DbTransaction transaction, string code, CancellationToken cancellationToken)
        => await transaction.Command("UPDATE feedback_cases SET version = version WHERE code = @code", ("code", code)).RunAsync(cancellationToken) == 0
            ? null
            : await ReadAsync((sql, value) => transaction.Command(sql, value), " WHERE code = @key", code, cancellationToken);

    private static async Task<((long Id, KeptCase Kept)? One, (long Id, KeptCase Kept)? Other)> TakeBothAsync(DbTransaction transaction, string one, string other, CancellationToken cancellationToken)
    {
        bool isFirst = string.CompareOrdinal(one, other) <= 0;
        var first = await TakeAsync(transaction, isFirst ? one : other, cancellationToken);
        var second = one == other ? null : await TakeAsync(transaction, isFirst ? other : one, cancellationToken);
        return isFirst ? (first, second) : (second, first);
    }

    /// <summary>The number of the message that carries an answer: what one is owed is said whatever one has unsubscribed from.</summary>
    private async Task<long> SendAsync(DbTransaction transaction, KeptCase kept, string text, string subject, CancellationToken cancellationToken)
    {
        if (kept.About is not { SubjectType: "customer", SubjectId: { } customer })
        {
            throw new NotDoneException(new(null, SuppressionReasons.NoAddress));
        }

        MessageOutcome outcome = await messages.RequestAsync(
            transaction,
            new()
            {
                CustomerId = customer, Purpose = "case", Topic = "", Channels = ["email", "sms"], Language = kept.About.Language,
                Texts = [new(kept.About.Language is "fa" or "ar" ? kept.About.Language : "en", "{subject}", "{answer}\n\n{link}")],
                Values = new Dictionary<string, string> { ["subject"] = subject, ["answer"] = text },
                Link = "/c/" + kept.Case.Code, IdempotencyKey = $"case:{kept.Case.Code}:{kept.Version}", CountsAgainstAttention = false,
            },
            cancellationToken);
        return outcome is MessageOutcome.Suppressed suppressed ? throw new NotDoneException(new(null, suppressed.Reason)) : outcome.Id;
    }

    private async Task TellAsync(DbTransaction transaction, long id, KeptCase kept, IReadOnlyList<SlaClock> clocks, CancellationToken cancellationToken)
    {
        CaseMoment last = kept.Case.Moments[^1];
        await transaction.Command(
            "INSERT INTO feedback_case_moments (case_id, place, body) VALUES (@id, @place, @body)",
            ("id", id), ("place", kept.Version), ("body", JsonSerializer.Serialize(last, Json))).RunAsync(cancellationToken);
        await CaseNotices.TellAsync(transaction, id, kept.Case, cancellationToken);
        if (CaseWords.Says(last))
        {
            await CaseWords.KeepAsync(transaction, database.Provider, id, kept, cancellationToken);
        }

        if (last switch { CaseMoment.Opened opened => opened.Item, CaseMoment.Joined joined => joined.Item, _ => 0 } is > 0 and var item)
        {
            await feedback.AttachAsync(transaction, item, kept.Case.Code, cancellationToken);
        }

        await audit.RecordAsync(transaction, "feedback.case", "case:" + kept.Case.Code, JsonSerializer.Serialize(new { did = last.GetType().Name.ToLowerInvariant() }), cancellationToken);
        if (CaseFacts.Of(kept, clocks) is { } fact)
        {
            await log.AppendAsync(transaction, [fact], cancellationToken);
        }
    }

    private static async Task<(long Id, KeptCase Kept)?> ReadAsync(Func<string, (string, object?), DbCommand> ask, string where, object key, CancellationToken cancellationToken)
    {
        var rows = await ask(Select + where, ("key", key)).ListAsync(
            row => (Id: row.GetInt64(0), Code: row.GetString(1), About: new NewCase(row.GetString(7), null, CasePriority.Normal)
            {
                Item = row.IsDBNull(2) ? null : row.GetInt64(2), SubjectType = Text(row, 3), SubjectId = Text(row, 4), Channel = Text(row, 5), Language = Text(row, 6), Feedback = Text(row, 8),
            }),
            cancellationToken);
        if (rows.Count == 0)
        {
            return null;
        }

        var (id, code, about) = rows[0];
        List<CaseMoment> moments = await ask("SELECT body FROM feedback_case_moments WHERE case_id = @id ORDER BY place", ("id", id))
            .ListAsync(row => JsonSerializer.Deserialize<CaseMoment>(row.GetString(0), Json)!, cancellationToken);
        var first = (CaseMoment.Opened)moments[0];
        return (id, new(Case.Of(code, moments), about with { Unit = first.Unit, Priority = first.Priority, Rule = first.Rule, By = first.By, Earlier = first.Earlier }));
    }

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>Takes the transaction back: a message that was asked for goes with it.</summary>
    private sealed class NotDoneException(AnswerOutcome outcome) : Exception
    {
        public AnswerOutcome Outcome => outcome;
    }
}
