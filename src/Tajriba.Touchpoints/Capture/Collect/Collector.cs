using Microsoft.AspNetCore.Http;
using Tajriba.Kernel.Log;
using Tajriba.Touchpoints.Capture.Intake;
using Tajriba.Touchpoints.Capture.Sources;

namespace Tajriba.Touchpoints.Capture.Collect;

/// <summary>One request of a client, from its key to its answer.</summary>
internal sealed class Collector(SourceKeys keys, CollectWriter writer, EventMaker maker, SourceActivity activity, CollectLimits limits, MessageIntake messages, TimeProvider clock)
{
    /// <summary>Takes a body in. The status says what real clients must do: 4xx is final for them, 429 and 503 mean again later.</summary>
    /// <param name="context">The request.</param>
    /// <param name="call">Its call (<c>track</c>, <c>batch</c>, ...).</param>
    /// <param name="kind">What the call says each item is; none for a batch.</param>
    public async Task<IResult> CollectAsync(HttpContext context, string call, CallKind kind)
    {
        long begun = clock.GetTimestamp();
        CancellationToken cancel = context.RequestAborted;
        string? key = WriteKeys.Of(context.Request);
        EventSource? source = key is null ? null : await keys.FindAsync(key, cancel);
        if (key is not null && source is null)
        {
            return CollectAnswers.BadKey;
        }

        if (context.Request.ContentLength > limits.BodyBytes)
        {
            return CollectAnswers.TooLarge(limits.BodyBytes);
        }

        long room = context.Request.ContentLength ?? limits.BodyBytes;
        long reservedFor = source?.Id ?? 0;
        if (!writer.TryReserve(reservedFor, room))
        {
            return CollectAnswers.Busy(context);
        }

        try
        {
            return await TakeAsync(context, call, kind, source, begun);
        }
        finally
        {
            writer.Release(reservedFor, room);
        }
    }

    /// <summary>Takes in what a source tells by another road than a body: a pixel's query, a test.</summary>
    /// <returns>What became of it, once that is durable.</returns>
    public Task<Told> TellAsync(EventSource source, string call, CallKind kind, ReadOnlyMemory<byte> text) =>
        KeepAsync(source, call, kind, text, SentBody.Read(text, kind, limits.BatchEvents, out RefusalReason refusal), refusal, clock.GetTimestamp());

    /// <summary>Takes in what was refused before, at the time when it arrived; keeps nothing where it would be refused again.</summary>
    public async Task<Told> TellAgainAsync(EventSource source, Refused before)
    {
        if (messages.Reads(before.Call))
        {
            return await messages.TellAgainAsync(source, before);
        }

        bool isItem = before.Call == Refused.Item;
        string call = isItem ? "batch" : before.Call;
        CallKind kind = CollectEndpoints.KindOf(call);
        byte[] text = isItem ? [.. "{\"batch\":["u8, .. before.Raw, .. "]}"u8] : before.Raw;
        SentBody? sent = SentBody.Read(text, kind, limits.BatchEvents, out RefusalReason refusal);
        (List<NewEvent> events, List<Refusal> refusals, List<ItemResult> items) = Judge(source, call, kind, text, sent, refusal, before.ReceivedAt);
        if (refusals.Count == 0)
        {
            await writer.WriteAsync(new Sending(events, []));
        }

        return new Told(refusal, items);
    }

    private async Task<IResult> TakeAsync(HttpContext context, string call, CallKind kind, EventSource? source, long begun)
    {
        ReadOnlyMemory<byte>? text;
        try
        {
            text = await BodyReader.ReadAsync(context.Request, limits.BodyBytes, context.RequestAborted);
        }
        catch (InvalidDataException)
        {
            return CollectAnswers.BadBody("The body begins as gzip and is not.");
        }

        if (text is not { } body)
        {
            return CollectAnswers.TooLarge(limits.BodyBytes);
        }

        SentBody? sent = SentBody.Read(body, kind, limits.BatchEvents, out RefusalReason refusal);
        source ??= sent?.WriteKey is { } key ? await keys.FindAsync(key, context.RequestAborted) : null;
        if (source is null)
        {
            return CollectAnswers.BadKey;
        }

        try
        {
            Told told = await KeepAsync(source, call, kind, body, sent, refusal, begun);
            return told.Whole != RefusalReason.None ? CollectAnswers.Refused(told.Whole, limits)
                : context.Request.Query["strict"] == "1" ? CollectAnswers.Results(told.Items)
                : kind != CallKind.None && told.First != RefusalReason.None ? CollectAnswers.Refused(told.First, limits)
                : CollectAnswers.Taken;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return CollectAnswers.NotKept(context);
        }
    }

    private async Task<Told> KeepAsync(EventSource source, string call, CallKind kind, ReadOnlyMemory<byte> text, SentBody? sent, RefusalReason refusal, long begun)
    {
        (List<NewEvent> events, List<Refusal> refusals, List<ItemResult> items) = Judge(source, call, kind, text, sent, refusal, clock.GetUtcNow());
        await writer.WriteAsync(new Sending(events, refusals));
        activity.Note(source.Id, Tail(events, refusals), begun);
        return new Told(refusal, items);
    }

    private (List<NewEvent> Events, List<Refusal> Refusals, List<ItemResult> Items) Judge(
        EventSource source, string call, CallKind kind, ReadOnlyMemory<byte> text, SentBody? sent, RefusalReason refusal, DateTimeOffset received)
    {
        var events = new List<NewEvent>(sent?.Items.Count ?? 0);
        var refusals = new List<Refusal>();
        var items = new List<ItemResult>(sent?.Items.Count ?? 0);
        if (sent is null)
        {
            refusals.Add(new Refusal(source.Id, call, refusal, text.ToArray()));
        }

        foreach (SentItem item in sent?.Items ?? [])
        {
            if (maker.Make(item, sent!.SentAt, source, received, call == "import", out RefusalReason reason) is { } made)
            {
                events.Add(made);
            }
            else
            {
                refusals.Add(new Refusal(source.Id, kind == CallKind.None ? Refused.Item : call, reason, item.Raw.ToArray()));
            }

            items.Add(new ItemResult(item.MessageId, reason));
        }

        return (events, refusals, items);
    }

    private List<TailItem> Tail(List<NewEvent> events, List<Refusal> refusals)
    {
        DateTimeOffset now = clock.GetUtcNow();
        return
        [
            .. events.Select(e => new TailItem(e.Name, e.Objects[0].Id, now, null)),
            .. refusals.Select(r => new TailItem("", "", now, r.Reason.ToString())),
        ];
    }
}
