using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Touchpoints.Capture;
using Tajriba.Touchpoints.Channels.Messages.Attention;
using Tajriba.Touchpoints.Channels.Messages.Consent;
using Tajriba.Touchpoints.Channels.Webhooks.Manage;
using Tajriba.Ui;

namespace Tajriba.Touchpoints.Channels.Messages.Api;

/// <summary><c>/api/messages</c>: what was asked for, what became of it and why. Messages are about every unit, so that it takes the right over all of them.</summary>
internal static class MessageApi
{
    private const int MostBytes = 16 * 1024;
    private const int MostEvents = 500;
    private static readonly string[] Filters = ["state", "reason", "channel", "programme", "purpose", "customer", "before", "limit"];

    public static void MapMessageApi(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/api/messages").RequirePermission(ChannelsPermissions.View).WithTags("Messages").OverEveryUnit(ChannelsPermissions.View);
        group.MapGet("", ListAsync).WithName("ListMessages").WithSummary("Messages, newest first, also those that were not sent, with the reason.").Parameters(Filters);
        group.MapGet("/{id:long}", GetAsync).WithName("GetMessage").WithSummary("One message and what became of it.").Parameters();
        group.MapGet("/person", PersonAsync).WithName("GetPersonMessages").WithSummary("A person's messages under all identifiers, and what the person said of topics.").Parameters("customer", "before", "limit");

        RouteGroupBuilder change = routes.MapGroup("/api/messages").RequirePermission(ChannelsPermissions.Gateways).WithTags("Messages").OverEveryUnit(ChannelsPermissions.Gateways)
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        change.MapPut("/person/topics", SayAsync).WithName("SayConsent").WithSummary("Keeps a person's word on a topic that was said elsewhere.").Accepts<ConsentBody>("application/json").Parameters();
    }

    private static async Task<IResult> ListAsync(
        string? state, string? reason, string? channel, string? programme, string? purpose, string? customer, string? before, string? limit, MessageStore store, CancellationToken cancellationToken)
    {
        MessageState? wanted = null;
        if (state is not null)
        {
            MessageState[] known = [.. Enum.GetValues<MessageState>().Where(s => MessageStore.Code(s) == state)];
            if (known.Length == 0)
            {
                return Bad("'state' is queued, sent, failed or suppressed.");
            }

            wanted = known[0];
        }

        if (channel is not null && !MessageChannels.All.Contains(channel))
        {
            return Bad($"'channel' is one of {string.Join(", ", MessageChannels.All)}.");
        }

        if (reason is not null && !SuppressionReasons.All.Contains(reason))
        {
            return Bad($"'reason' is one of {string.Join(", ", SuppressionReasons.All)}.");
        }

        return Page(before, limit, out long cursor, out int most) is { } fault
            ? fault
            : Paged(await store.ListAsync(new MessageFilter(wanted, reason, channel, programme, purpose, customer), cursor, most + 1, cancellationToken), most);
    }

    private static async Task<IResult> GetAsync(long id, MessageStore store, IExperienceLog log, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } message)
        {
            return TypedResults.NotFound();
        }

        IReadOnlyList<LoggedEvent> events = message.Customer is { } customer ? (await log.ReadObjectAsync(customer, null, MostEvents, cancellationToken)).Events : [];
        return TypedResults.Ok(new { message = MessageAnswer.Of(message), history = HistoryOf(message, events) });
    }

    private static async Task<IResult> PersonAsync(
        string? customer, string? before, string? limit, MessageStore store, ConsentStore consents, AttentionLock people, IExperienceLog log, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(customer))
        {
            return Bad("'customer' is missing.");
        }

        if (Page(before, limit, out long cursor, out int most) is { } fault)
        {
            return fault;
        }

        if (await log.FindObjectAsync("customer", customer, cancellationToken) is not { } number)
        {
            return TypedResults.NotFound();
        }

        long[] members = await people.MembersAsync(number, cancellationToken);
        IReadOnlyDictionary<string, bool> said = await consents.OfAsync(members, cancellationToken);
        IReadOnlyList<MessageRecord> found = await store.OfAsync(members, most + 1, cursor, cancellationToken);
        bool isAll = said.GetValueOrDefault(MessageTopic.Everything, true);
        return TypedResults.Ok(new
        {
            customer,
            topics = (await consents.TopicsAsync(cancellationToken)).Select(t => new
            {
                t.Code, asksFirst = t.AsksFirst, said = said.TryGetValue(t.Code, out bool word) ? word : (bool?)null, allowed = isAll && said.GetValueOrDefault(t.Code, !t.AsksFirst),
            }),
            messages = found.Take(most).Select(MessageAnswer.Of),
            next = found.Count > most ? found[most - 1].Id : (long?)null,
        });
    }

    private static async Task<IResult> SayAsync(HttpRequest request, ConsentLinks links, ConsentStore consents, IExperienceLog log, CancellationToken cancellationToken)
    {
        (ConsentBody? body, IResult? refusal) = await JsonBody.ReadAsync<ConsentBody>(request, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        if (string.IsNullOrEmpty(body!.Customer) || body.Allowed is null || string.IsNullOrEmpty(body.Topic))
        {
            return Bad("'customer', 'topic' and 'allowed' are needed.");
        }

        if (body.Topic != MessageTopic.Everything && (await consents.TopicsAsync(cancellationToken)).All(t => t.Code != body.Topic))
        {
            return Bad("'topic' is none of the topics.");
        }

        if (await log.FindObjectAsync("customer", body.Customer, cancellationToken) is not { } number)
        {
            return TypedResults.NotFound();
        }

        await links.SayAsync(number, body.Customer, [(body.Topic, body.Allowed.Value)], "api", cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Asked for by its own record; the rest as the log was told.</summary>
    private static IEnumerable<MessageHappening> HistoryOf(MessageRecord message, IReadOnlyList<LoggedEvent> events)
    {
        IEnumerable<MessageHappening> told = events.Where(e => e.Source == MessageFacts.Source && e.Attributes is not null).Select(e => (Event: e, Id: Member(e.Attributes!, "message"), Reason: Member(e.Attributes!, "reason")))
            .Where(e => e.Id == message.Id.ToString(CultureInfo.InvariantCulture)).Select(e => new MessageHappening(e.Event.Time, e.Event.Name, e.Reason));
        return told.Prepend(new MessageHappening(message.Made, "Message Requested", null)).OrderBy(h => h.Time);
    }

    private static string? Member(string attributes, string name)
    {
        using JsonDocument document = JsonDocument.Parse(attributes);
        return document.RootElement.TryGetProperty(name, out JsonElement value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : null;
    }

    private static IResult Paged(IReadOnlyList<MessageRecord> found, int most) =>
        TypedResults.Ok(new { messages = found.Take(most).Select(MessageAnswer.Of), next = found.Count > most ? found[most - 1].Id : (long?)null });

    private static IResult? Page(string? before, string? limit, out long cursor, out int most)
    {
        (cursor, most) = (long.MaxValue, 50);
        return (before is not null && !long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out cursor))
            || (limit is not null && (!int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out most) || most is < 1 or > 500))
            ? Bad("'before' is a number that 'next' gave; 'limit' is 1 to 500.")
            : null;
    }

    private static IResult Bad(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest);
}
