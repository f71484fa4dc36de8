using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tajriba.Experience.Feedback.Cases.Facts;
using Tajriba.Experience.Feedback.Sla;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Channels.Messages;

namespace Tajriba.Experience.Feedback.Cases;

/// <summary>Keeps moments of cases. Of two people who act at once one is told that the other was first.</summary>
internal sealed class CaseStore(IDatabase database, IExperienceLog log, IAuditTrail audit, IMessages messages, CasePromises promises, TimeProvider clock) : ICases
{
    private const string Select = "SELECT id, code, item, subject_type, subject_id, channel, language, said FROM feedback_cases";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public Task<Case> OpenAsync(NewCase begun, CancellationToken cancellationToken = default) => database.WriteAsync(
        async (transaction, cancel) =>
        {
            var made = Case.Open(CaseCode.New(), new(clock.GetUtcNow(), begun.By, begun.Item ?? 0, begun.Unit, begun.Priority, begun.Rule));
            IReadOnlyList<SlaClock> clocks = promises.Of(made);
            long id = await transaction.Command(
                """
                INSERT INTO feedback_cases (code, item, subject_type, subject_id, channel, language, said, unit, state, priority, handler, is_open, opened_at, due_at, version)
                VALUES (@code, @item, @type, @subject, @channel, @language, @said, @unit, @state, @priority, NULL, 1, @at, @due, 1)
                ON CONFLICT (item) DO NOTHING RETURNING id
                """,
                ("code", made.Code), ("item", begun.Item), ("type", begun.SubjectType), ("subject", begun.SubjectId), ("channel", begun.Channel), ("language", begun.Language), ("said", begun.Said),
                ("unit", made.Unit), ("state", made.State.ToString()), ("priority", (int)made.Priority), ("at", Microseconds.Of(made.OpenedAt)), ("due", CasePromises.DueAt(clocks))).ScalarAsync<long>(cancel);
            if (id == 0)
            {
                return (await ReadAsync((sql, value) => transaction.Command(sql, value), " WHERE item = @key", begun.Item!, cancel))!.Value.Kept.Case;
            }

            await TellAsync(transaction, id, new(made, begun), clocks, cancel);
            return made;
        },
        cancellationToken);

    public Task<CaseFault?> DoAsync(string code, CaseMoment moment, int? seen = null, CancellationToken cancellationToken = default) => database.WriteAsync(
        (transaction, cancel) => DoAsync(transaction, code, moment, seen, cancel), cancellationToken);

    public async Task<AnswerOutcome> WriteAsync(string code, CaseMoment.Answered answer, string subject, int? seen = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (string.IsNullOrWhiteSpace(answer.Text))
        {
            return new(CaseFault.NeedsText);
        }

        try
        {
            return new(await database.WriteAsync(
                async (transaction, cancel) =>
                {
                    // Of two who answer at once the second waits here, before it asks for a message.
                    if (await transaction.Command("UPDATE feedback_cases SET version = version WHERE code = @code", ("code", code)).RunAsync(cancel) == 0
                        || await ReadAsync((sql, value) => transaction.Command(sql, value), " WHERE code = @key", code, cancel) is not { } found)
                    {
                        return CaseFault.NotOpened;
                    }

                    return await DoAsync(transaction, code, answer with { Message = await SendAsync(transaction, found.Kept, answer.Text, subject, cancel) }, seen, cancel) is { } fault
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
        return await CaseQuery.Of(connection, filter, after, take).ListAsync(CaseQuery.Read, cancellationToken);
    }

    private static bool IsOpen(Case handled) => handled.State is CaseState.New or CaseState.Open or CaseState.Waiting;

    private async Task<CaseFault?> DoAsync(DbTransaction transaction, string code, CaseMoment moment, int? seen, CancellationToken cancellationToken)
    {
        if (await ReadAsync((sql, value) => transaction.Command(sql, value), " WHERE code = @key", code, cancellationToken) is not { } found)
        {
            return CaseFault.NotOpened;
        }

        Case before = found.Kept.Case;
        if (seen is { } version && version != before.Moments.Length)
        {
            return CaseFault.Meanwhile;
        }

        if (before.Fault(moment) is { } fault)
        {
            return fault;
        }

        Case after = before.After(moment);
        IReadOnlyList<SlaClock> clocks = promises.Of(after);
        if (await transaction.Command(
            """
            UPDATE feedback_cases SET unit = @unit, state = @state, priority = @priority, handler = @handler, is_open = @open, due_at = @due, version = version + 1
            WHERE id = @id AND version = @version
            """,
            ("unit", after.Unit), ("state", after.State.ToString()), ("priority", (int)after.Priority), ("handler", after.Handler), ("open", IsOpen(after) ? 1 : 0),
            ("due", CasePromises.DueAt(clocks)), ("id", found.Id), ("version", before.Moments.Length)).RunAsync(cancellationToken) == 0)
        {
            return CaseFault.Meanwhile;
        }

        await TellAsync(transaction, found.Id, found.Kept with { Case = after }, clocks, cancellationToken);
        return null;
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
                Texts = [new(kept.About.Language is "fa" or "ar" ? kept.About.Language : "en", "{subject}", "{answer}")],
                Values = new Dictionary<string, string> { ["subject"] = subject, ["answer"] = text },
                IdempotencyKey = $"case:{kept.Case.Code}:{kept.Version}", CountsAgainstAttention = false,
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
                Item = row.IsDBNull(2) ? null : row.GetInt64(2), SubjectType = Text(row, 3), SubjectId = Text(row, 4), Channel = Text(row, 5), Language = Text(row, 6),
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
        return (id, new(Case.Of(code, moments), about with { Unit = first.Unit, Priority = first.Priority, Rule = first.Rule, By = first.By }));
    }

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>Takes the transaction back: a message that was asked for goes with it.</summary>
    private sealed class NotDoneException(AnswerOutcome outcome) : Exception
    {
        public AnswerOutcome Outcome => outcome;
    }
}
