using System.Buffers.Text;
using System.Data.Common;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Outbox;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Channels.Messages.Attention;
using Tajriba.Touchpoints.Channels.Messages.Consent;
using Tajriba.Touchpoints.Channels.Messages.Deliver;
using Tajriba.Touchpoints.Channels.Messages.Gateways;
using Tajriba.Touchpoints.Customers.Identity;

namespace Tajriba.Touchpoints.Channels.Messages;

/// <summary>Judges and queues.</summary>
internal sealed class MessageQueue(
    IExperienceLog log, IIdentities identities, AttentionLock attention, ConsentStore consent, AttentionSettings settings, IOutbox outbox, MessageFacts facts, SiteAddress site, TimeProvider clock) : IMessages
{
    private const int LongestKey = 200;
    private const int TokenBytes = 16;

    public async Task<MessageOutcome> RequestAsync(DbTransaction transaction, MessageRequest request, CancellationToken cancellationToken = default)
    {
        Check(request);
        if (await MessageStore.FindAsync(transaction, "idempotency_key = @key", ("key", request.IdempotencyKey), cancellationToken) is { } known)
        {
            return known.State == MessageState.Suppressed ? new MessageOutcome.Suppressed(known.Id, known.Reason!) : new MessageOutcome.Queued(known.Id, known.Due, known.Channel!);
        }

        DateTimeOffset now = clock.GetUtcNow();
        long? customer = request.Person is null ? await log.FindObjectAsync(transaction, "customer", request.CustomerId, cancellationToken) : null;
        IReadOnlyList<long> members = customer is { } number ? await attention.TakeAsync(transaction, number, Microseconds.Of(now), cancellationToken) : [];
        (Gateway? gateway, string? address, DateTimeOffset due, string? reason) = await JudgeAsync(transaction, request, members, now, cancellationToken);
        MessageText text = request.Texts.FirstOrDefault(t => t.Language == request.Language) ?? request.Texts[0];
        string? token = reason is null && request.Topic.Length > 0 ? NewToken() : null;
        MessageContent? content = reason is null ? Write(request, text, gateway!.Channel, token is null ? null : site.Of("/u/" + token)) : null;
        var message = new MessageRecord(
            0, customer, request.CustomerId, request.Purpose, request.Topic, request.Programme, gateway?.Channel, gateway?.Id, text.Language, reason is null ? address : null, content, reason is null ? request.Link : null,
            request.CountsAgainstAttention, reason is null ? MessageState.Queued : MessageState.Suppressed, reason, now, due, request.NotAfter, null, 0, null, null, null, request.Person?.Id);
        message = message with { Id = await AddAsync(transaction, message, request, token, cancellationToken) };
        if (reason is not null)
        {
            await facts.TellAsync(transaction, message, MessageFacts.Suppressed, reason, cancellationToken);
            return new MessageOutcome.Suppressed(message.Id, reason);
        }

        await outbox.AddAsync(transaction, MessageDelivery.OutboxKind, message.Id.ToString(CultureInfo.InvariantCulture), due, cancellationToken);
        return new MessageOutcome.Queued(message.Id, due, gateway!.Channel);
    }

    public async Task<string?> JudgeAsync(DbTransaction transaction, MessageRequest request, CancellationToken cancellationToken = default)
    {
        Check(request);
        IReadOnlyList<long> members = await log.FindObjectAsync(transaction, "customer", request.CustomerId, cancellationToken) is { } customer
            ? await identities.MembersWithAsync(transaction, customer, cancellationToken)
            : [];
        return (await JudgeAsync(transaction, request, members, clock.GetUtcNow(), cancellationToken)).Reason;
    }

    /// <summary>128 random bits in 22 letters that an address takes as they are.</summary>
    internal static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));

    /// <summary>What is kept of a token.</summary>
    internal static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private async Task<(Gateway? Gateway, string? Address, DateTimeOffset Due, string? Reason)> JudgeAsync(
        DbTransaction transaction, MessageRequest request, IReadOnlyList<long> members, DateTimeOffset now, CancellationToken cancellationToken)
    {
        (Gateway? gateway, string? address, string? reason) = await WayAsync(transaction, request, members, cancellationToken);
        AttentionRules rules = await settings.GetAsync(transaction, cancellationToken);
        DateTimeOffset due = request.NotBefore is { } wanted && wanted > now ? wanted : now;
        if (gateway is not null && request.CountsAgainstAttention)
        {
            due = QuietTimes.Next(rules, gateway.Channel, request.TimeZone, due);
        }

        reason = await consent.JudgeAsync(transaction, members, request.Topic, cancellationToken)
            ?? reason
            ?? (request.NotAfter < due ? SuppressionReasons.Expired : null)
            ?? (request.CountsAgainstAttention ? AttentionBudget.Judge(rules, await MessageStore.TimesAsync(transaction, members, 0, cancellationToken), Microseconds.Of(due)) : null);
        return (gateway, address, due, reason);
    }

    private static void Check(MessageRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Person is { } person
            ? request.CustomerId.Length > 0 || request.Topic.Length > 0 || request.CountsAgainstAttention || person.Address.Length == 0 || request.Channels is not [MessageChannels.Email]
            : request.CustomerId.Length == 0)
        {
            throw new ArgumentException("A message names a customer; or a person with an address, and then e-mail alone, no topic and no attention.", nameof(request));
        }

        if (request.Purpose.Length == 0 || request.IdempotencyKey.Length is 0 or > LongestKey || request.Texts.Count == 0)
        {
            throw new ArgumentException("A message names a customer, a purpose, a key of at most 200 characters and at least one text.", nameof(request));
        }

        if (request.Channels.Count == 0 || request.Channels.Any(channel => !MessageChannels.All.Contains(channel)))
        {
            throw new ArgumentException("A message names at least one channel, and only known ones.", nameof(request));
        }
    }

    /// <summary>The first channel by which the person can be reached.</summary>
    private async Task<(Gateway? Gateway, string? Address, string? Reason)> WayAsync(
        DbTransaction transaction, MessageRequest request, IReadOnlyList<long> members, CancellationToken cancellationToken)
    {
        List<Gateway> on = await GatewayStore.OnAsync(transaction, cancellationToken);
        Gateway[] possible = [.. request.Channels.Select(channel => on.Find(g => g.Channel == channel)).OfType<Gateway>()];
        foreach (Gateway gateway in possible)
        {
            if (request.Person is { } person)
            {
                return (gateway, person.Address, null);
            }

            if ((await identities.ContactsOfAsync(transaction, members, MessageChannels.AddressOf(gateway.Channel), cancellationToken)).FirstOrDefault() is { } contact)
            {
                return (gateway, contact.Address, null);
            }
        }

        return (null, null, possible.Length == 0 ? SuppressionReasons.NoGateway : SuppressionReasons.NoAddress);
    }

    private MessageContent Write(MessageRequest request, MessageText text, string channel, string? unsubscribe)
    {
        var values = new Dictionary<string, string>(request.Values, StringComparer.Ordinal) { ["unsubscribe"] = unsubscribe ?? "" };
        if (request.Link is { } link)
        {
            values["link"] = site.Of(link);
        }

        return channel == MessageChannels.Email
            ? new MessageContent(Fill(text.Subject, values, v => v), Fill(text.Plain, values, v => v), text.Html is { } html ? Fill(html, values, WebUtility.HtmlEncode) : null, unsubscribe)
            : new MessageContent("", Fill(text.Short ?? text.Plain, values, v => v), null, unsubscribe);
    }

    private static string Fill(string template, Dictionary<string, string> values, Func<string, string> encode) =>
        Template.Fill(template, name => values.TryGetValue(name, out string? value) ? encode(value) : null);

    private static Task<long> AddAsync(DbTransaction transaction, MessageRecord message, MessageRequest request, string? token, CancellationToken cancellationToken) => transaction.Command(
        """
        INSERT INTO channels_messages (idempotency_key, customer, customer_id, purpose, topic, programme, channel, gateway_id, language, time_zone, address, content, link, token_hash, counts, state,
            reason, made_at, due, not_after, person_id)
        VALUES (@key, @customer, @customer_id, @purpose, @topic, @programme, @channel, @gateway, @language, @zone, @address, @content, @link, @token, @counts, @state, @reason, @made, @due, @not_after, @person)
        RETURNING id
        """,
        ("key", request.IdempotencyKey), ("customer", message.Customer), ("customer_id", message.CustomerId), ("purpose", message.Purpose), ("topic", message.Topic), ("programme", message.Programme),
        ("channel", message.Channel), ("gateway", message.GatewayId), ("language", message.Language), ("zone", request.TimeZone), ("address", message.Address),
        ("content", message.Content is null ? null : JsonSerializer.Serialize(message.Content)), ("link", message.Link), ("token", token is null ? null : Hash(token)),
        ("counts", (short)(message.Counts ? 1 : 0)), ("state", MessageStore.Code(message.State)), ("reason", message.Reason), ("made", Microseconds.Of(message.Made)), ("due", Microseconds.Of(message.Due)),
        ("not_after", message.NotAfter is { } end ? Microseconds.Of(end) : null), ("person", message.PersonId)).ScalarAsync<long>(cancellationToken);
}
