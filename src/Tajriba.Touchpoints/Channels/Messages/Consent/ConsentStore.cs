using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Settings;
using Tajriba.Kernel.Storage;

namespace Tajriba.Touchpoints.Channels.Messages.Consent;

/// <summary>What people said yes and no to. A person is all of their identifiers; the latest word on a topic holds.</summary>
public sealed class ConsentStore(IDatabase database, ISettings settings, IExperienceLog log, TimeProvider clock)
{
    public const string TopicsSetting = "channels.topics";

    public Task<IReadOnlyList<MessageTopic>> TopicsAsync(CancellationToken cancellationToken = default) => settings.GetAsync(TopicsSetting, MessageTopic.Usual, cancellationToken);

    /// <summary>Null where the topic may be written about, else a reason of <see cref="SuppressionReasons"/>.</summary>
    public async Task<string?> JudgeAsync(DbTransaction transaction, IReadOnlyList<long> members, string topic, CancellationToken cancellationToken = default)
    {
        if (topic.Length == 0 || members.Count == 0)
        {
            return null;
        }

        Dictionary<string, bool> said = await SaidAsync(transaction.Command(Sql(members)), cancellationToken);
        if (said.GetValueOrDefault(topic, true) is false || said.GetValueOrDefault(MessageTopic.Everything, true) is false)
        {
            return SuppressionReasons.Unsubscribed;
        }

        bool asksFirst = (await settings.GetAsync(transaction, TopicsSetting, MessageTopic.Usual, cancellationToken)).Any(t => t.Code == topic && t.AsksFirst);
        return asksFirst && !said.ContainsKey(topic) ? SuppressionReasons.NoConsent : null;
    }

    /// <summary>The latest word on each topic.</summary>
    public async Task<IReadOnlyDictionary<string, bool>> OfAsync(IReadOnlyList<long> members, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await SaidAsync(connection.Command(Sql(members)), cancellationToken);
    }

    /// <summary>Keeps a person's word and tells the log. Said again, nothing changes.</summary>
    /// <param name="transaction">The caller's.</param>
    /// <param name="customer">Number of the customer who said it.</param>
    /// <param name="customerId">Their id.</param>
    /// <param name="topic">A topic, or <see cref="MessageTopic.Everything"/>.</param>
    /// <param name="isAllowed">Yes or no.</param>
    /// <param name="how">Where it was said: <c>one-click</c>, <c>page</c>, <c>api</c>.</param>
    /// <param name="members">All identifiers of the person.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<bool> SayAsync(
        DbTransaction transaction, long customer, string customerId, string topic, bool isAllowed, string how, IReadOnlyList<long> members, CancellationToken cancellationToken = default)
    {
        Dictionary<string, bool> said = await SaidAsync(transaction.Command(Sql(members)), cancellationToken);
        if (said.TryGetValue(topic, out bool before) && before == isAllowed)
        {
            return false;
        }

        DateTimeOffset now = clock.GetUtcNow();
        await transaction.Command(
            """
            INSERT INTO channels_consents (customer, topic, allowed, said_at, how) VALUES (@customer, @topic, @allowed, @now, @how)
            ON CONFLICT (customer, topic) DO UPDATE SET allowed = excluded.allowed, said_at = excluded.said_at, how = excluded.how
            """,
            ("customer", customer), ("topic", topic), ("allowed", (short)(isAllowed ? 1 : 0)), ("now", Microseconds.Of(now)), ("how", how)).RunAsync(cancellationToken);
        await log.AppendAsync(
            transaction,
            [new NewEvent
            {
                Source = MessageFacts.Source,
                Id = string.Create(CultureInfo.InvariantCulture, $"consent-{Guid.CreateVersion7(now):N}"),
                Name = isAllowed || how != "one-click" ? "Consent Changed" : "Unsubscribed",
                Time = now,
                Objects = [new ObjectRef("customer", customerId)],
                Attributes = JsonSerializer.Serialize(new { topic, allowed = isAllowed, how }),
            }],
            cancellationToken);
        return true;
    }

    private static string Sql(IReadOnlyList<long> members) =>
        $"SELECT topic, allowed FROM channels_consents WHERE customer IN ({string.Join(',', members)}) ORDER BY said_at";

    private static async Task<Dictionary<string, bool>> SaidAsync(DbCommand command, CancellationToken cancellationToken)
    {
        var said = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach ((string topic, bool isAllowed) in await command.ListAsync(r => (r.GetString(0), r.GetInt32(1) == 1), cancellationToken))
        {
            said[topic] = isAllowed;
        }

        return said;
    }
}
