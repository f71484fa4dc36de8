using System.Data.Common;
using Tajriba.Experience.Feedback.Understand;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Feedback.Inbox;

/// <summary>Hears the log and keeps every text of a customer, understood.</summary>
internal sealed class FeedbackLearner(IDatabase database, ToldTexts texts, TopicBook taxonomy) : ILogSubscriber
{
    private const int Portion = 200_000;
    private const int Batch = 100;
    private (Topics Topics, TextReading Reading)? known;

    public string Name => "feedback.items";

    public TimeSpan LongestRest => TimeSpan.FromSeconds(2);

    public async Task<long> HandleAsync(IExperienceLog log, long afterPosition, CancellationToken cancellationToken)
    {
        var stood = await StoodAsync(cancellationToken);
        var from = Math.Max(afterPosition, stood);
        var (reached, wanted) = log.FindNamed(ToldTexts.Names, from, Portion, cancellationToken);
        foreach (var positions in wanted.Chunk(Batch))
        {
            TextReading reading = Reading();
            var told = new List<(ToldText Text, Understanding Understood)>();
            foreach (var item in await log.GetAsync(positions, cancellationToken))
            {
                foreach (var text in await texts.OfAsync(item, cancellationToken))
                {
                    told.Add((text, reading.Read(text.Text, text.Language, text.Kind, text.Rating)));
                }
            }

            await WriteAsync(told, stood, positions[^1], cancellationToken);
            stood = positions[^1];
        }

        return reached;
    }

    public Task ResetAsync(CancellationToken cancellationToken) => database.WriteAsync(
        async (transaction, cancel) =>
        {
            if (database.Provider == DatabaseProvider.Sqlite)
            {
                await transaction.Command("INSERT INTO feedback_search (feedback_search) VALUES ('delete-all')").RunAsync(cancel);
            }

            await transaction.Command("DELETE FROM feedback_items; UPDATE feedback_items_position SET position = 0 WHERE id = 1").RunAsync(cancel);
        },
        cancellationToken);

    /// <summary>By the taxonomy in force, which people change.</summary>
    private TextReading Reading()
    {
        Topics now = taxonomy.Now;
        if (known is not { } one || !ReferenceEquals(one.Topics, now))
        {
            known = one = (now, new(now));
        }

        return one.Reading;
    }

    private async Task<long> StoodAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.Command("SELECT position FROM feedback_items_position WHERE id = 1").ScalarAsync<long>(cancellationToken);
    }

    /// <summary>Delivery is at least once: rows and the position up to which they hold move together, and only from where they stood.</summary>
    private Task WriteAsync(IReadOnlyList<(ToldText Text, Understanding Understood)> told, long before, long after, CancellationToken cancellationToken) => database.WriteAsync(
        async (transaction, cancel) =>
        {
            if (await transaction.Command("UPDATE feedback_items_position SET position = @after WHERE id = 1 AND position = @before", ("after", after), ("before", before)).RunAsync(cancel) == 0)
            {
                throw new InvalidOperationException("Another node hears the log for the same tables.");
            }

            foreach (var (text, understood) in told)
            {
                await AddAsync(transaction, text, understood, cancel);
            }
        },
        cancellationToken);

    private async Task AddAsync(DbTransaction transaction, ToldText told, Understanding understood, CancellationToken cancellationToken)
    {
        var isSqlite = database.Provider == DatabaseProvider.Sqlite;
        (string, object?)[] values =
        [
            ("id", told.Id), ("code", told.Code), ("at", Microseconds.Of(told.Event.Time)), ("kind", FeedbackStore.Code(told.Kind)), ("text", told.Text), ("language", understood.Language),
            ("negative", understood.Sentiment.Negative), ("neutral", understood.Sentiment.Neutral), ("positive", understood.Sentiment.Positive),
            ("topics", FeedbackStore.Written(understood.Topics)), ("urgency", (short)understood.Urgency), ("reason", understood.Reason.ToString()),
            ("type", told.Event.Objects[0].Type), ("subject", told.Event.Objects[0].Id), ("unit", told.Event.Unit), ("channel", told.Event.Channel), ("step", told.Step),
            ("rating", (short?)told.Rating), ("survey", told.Survey), ("words", understood.Folded),
        ];
        await transaction.Command(
            $"""
            INSERT INTO feedback_items
                (id, code, received_at, kind, text, language, negative, neutral, positive, topics, urgency, reason, subject_type, subject_id, unit, channel, step, rating, survey, state, case_code{(isSqlite ? "" : ", words")})
            SELECT @id, @code, @at, @kind, @text, @language, @negative, @neutral, @positive, @topics, @urgency, @reason, @type, @subject, @unit, @channel, @step, @rating, @survey,
                COALESCE((SELECT state FROM feedback_marks WHERE item_id = @id), 'new'), (SELECT case_code FROM feedback_marks WHERE item_id = @id){(isSqlite ? "" : ", to_tsvector('simple', @words)")}
            """,
            isSqlite ? values[..^1] : values).RunAsync(cancellationToken);
        if (isSqlite)
        {
            await transaction.Command("INSERT INTO feedback_search (rowid, words) VALUES (@id, @words)", ("id", told.Id), ("words", understood.Folded)).RunAsync(cancellationToken);
        }
    }
}
