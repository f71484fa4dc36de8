using Microsoft.AspNetCore.Http;
using Tajriba.Kernel.Log;
using Tajriba.Touchpoints.Capture.Intake;
using Tajriba.Touchpoints.Capture.Sources;

namespace Tajriba.Touchpoints.Capture.Collect;

/// <summary>One request of a client, from its key to its answer.</summary>
internal sealed class Collector(
    SourceKeys keys, CollectWriter writer, SourceRates rates, EventMaker maker, EventNames names, SourceActivity activity, CollectLimits limits, MessageIntake messages, TimeProvider clock)
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
        if (!writer.TryReserve(source, room, out TimeSpan wait))
        {
            return CollectAnswers.Busy(context, wait);
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
    public async Task<Told> TellAsync(EventSource source, string call, CallKind kind, ReadOnlyMemory<byte> text)
    {
        SentBody? sent = SentBody.Read(text, kind, limits.BatchEvents, out RefusalReason refusal);
        return new Told(refusal, ResultsOf(await KeepAsync(source, call, kind, text, sent, refusal, clock.GetTimestamp())));
    }

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
        Judged judged = await LimitAsync(source, call, kind, Judge(source, call, kind, text, sent, refusal, before.ReceivedAt));
        if (judged.Refusals.Count == 0)
        {
            await writer.WriteAsync(new Sending(source.Id, judged.Events, [], judged.FreshNames));
        }
        else
        {
            names.Settle(source.Id, judged.FreshNames, kept: false);
        }

        return new Told(refusal, ResultsOf(judged));
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
        if (source is null)
        {
            source = sent?.WriteKey is { } key ? await keys.FindAsync(key, context.RequestAborted) : null;
            if (source is null)
            {
                return CollectAnswers.BadKey;
            }

            if (!rates.TryBegin(source, out TimeSpan wait))
            {
                return CollectAnswers.Busy(context, wait);
            }
        }

        try
        {
            Judged judged = await KeepAsync(source, call, kind, body, sent, refusal, begun);
            return refusal != RefusalReason.None ? CollectAnswers.Refused(refusal, limits)
                : context.Request.QueryString.HasValue && context.Request.Query["strict"] == "1" ? CollectAnswers.Results(ResultsOf(judged))
                : kind != CallKind.None && judged.Refusals.Count > 0 ? CollectAnswers.Refused(judged.Refusals[0].Reason, limits)
                : CollectAnswers.Taken;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return CollectAnswers.NotKept(context);
        }
    }

    private async Task<Judged> KeepAsync(EventSource source, string call, CallKind kind, ReadOnlyMemory<byte> text, SentBody? sent, RefusalReason refusal, long begun)
    {
        Judged judged = await LimitAsync(source, call, kind, Judge(source, call, kind, text, sent, refusal, clock.GetUtcNow()));
        await writer.WriteAsync(new Sending(source.Id, judged.Events, judged.Refusals, judged.FreshNames));
        activity.Note(source.Id, judged.Events, judged.Refusals, begun);
        return judged;
    }

    private Judged Judge(EventSource source, string call, CallKind kind, ReadOnlyMemory<byte> text, SentBody? sent, RefusalReason refusal, DateTimeOffset received)
    {
        if (sent is null)
        {
            return new Judged([], [], [new Refusal(source.Id, call, refusal, text.ToArray())], []);
        }

        var events = new List<LiveEvent>(sent.Items.Count);
        var refusals = new List<Refusal>();
        foreach (SentItem item in sent.Items)
        {
            if (maker.Make(item, sent.SentAt, source, received, call == "import", out RefusalReason reason) is { } made)
            {
                events.Add(made);
            }
            else
            {
                item.Refusal = reason;
                refusals.Add(new Refusal(source.Id, kind == CallKind.None ? Refused.Item : call, reason, item.Raw.ToArray()));
            }
        }

        return new Judged(sent.Items, events, refusals, []);
    }

    /// <summary>Takes out what bears a name beyond those that the source may use.</summary>
    private async ValueTask<Judged> LimitAsync(EventSource source, string call, CallKind kind, Judged judged)
    {
        EventNames.Admission admission = await names.AdmitAsync(source.Id, judged.Events);
        if (admission.Refused.Count == 0)
        {
            return judged with { FreshNames = admission.Fresh };
        }

        var events = new List<LiveEvent>(judged.Events.Count);
        int at = 0;
        foreach (SentItem item in judged.Items.Where(i => i.Refusal == RefusalReason.None))
        {
            LiveEvent made = judged.Events[at++];
            if (admission.Refused.Contains(made.Name))
            {
                item.Refusal = RefusalReason.TooManyNames;
                judged.Refusals.Add(new Refusal(source.Id, kind == CallKind.None ? Refused.Item : call, item.Refusal, item.Raw.ToArray()));
            }
            else
            {
                events.Add(made);
            }
        }

        return judged with { Events = events, FreshNames = admission.Fresh };
    }

    private static List<ItemResult> ResultsOf(Judged judged) => [.. judged.Items.Select(i => new ItemResult(i.MessageId, i.Refusal))];

    private sealed record Judged(IReadOnlyList<SentItem> Items, List<LiveEvent> Events, List<Refusal> Refusals, IReadOnlyList<string> FreshNames);
}
