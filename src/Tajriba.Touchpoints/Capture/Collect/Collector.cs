using Microsoft.AspNetCore.Http;
using Tajriba.Kernel.Log;
using Tajriba.Touchpoints.Capture.Sources;

namespace Tajriba.Touchpoints.Capture.Collect;

/// <summary>One request of a client, from its key to its answer.</summary>
internal sealed class Collector(SourceKeys keys, CollectWriter writer, EventMaker maker, CollectLimits limits, TimeProvider clock)
{
    /// <summary>Takes a body in. The status says what real clients must do: 4xx is final for them, 429 and 503 mean again later.</summary>
    /// <param name="context">The request.</param>
    /// <param name="call">Its call (<c>track</c>, <c>batch</c>, ...).</param>
    /// <param name="kind">What the call says each item is; none for a batch.</param>
    public async Task<IResult> CollectAsync(HttpContext context, string call, CallKind kind)
    {
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
            return await TakeAsync(context, call, kind, source);
        }
        finally
        {
            writer.Release(reservedFor, room);
        }
    }

    /// <summary>Takes in what is no body: a pixel's query.</summary>
    public Task<IResult> CollectAsync(HttpContext context, EventSource source, string call, CallKind kind, ReadBody body) =>
        KeepAsync(context, source, call, kind, body, SentBody.Read(body.Text, kind, limits.BatchEvents, out RefusalReason refusal), refusal);

    private async Task<IResult> TakeAsync(HttpContext context, string call, CallKind kind, EventSource? source)
    {
        ReadBody? body;
        try
        {
            body = await BodyReader.ReadAsync(context.Request, limits.BodyBytes, context.RequestAborted);
        }
        catch (InvalidDataException)
        {
            return CollectAnswers.BadBody("the body begins as gzip and is not");
        }

        if (body is null)
        {
            return CollectAnswers.TooLarge(limits.BodyBytes);
        }

        SentBody? sent = SentBody.Read(body.Text, kind, limits.BatchEvents, out RefusalReason refusal);
        source ??= sent?.WriteKey is { } key ? await keys.FindAsync(key, context.RequestAborted) : null;
        return source is null ? CollectAnswers.BadKey : await KeepAsync(context, source, call, kind, body, sent, refusal);
    }

    private async Task<IResult> KeepAsync(HttpContext context, EventSource source, string call, CallKind kind, ReadBody body, SentBody? sent, RefusalReason refusal)
    {
        var events = new List<NewEvent>(sent?.Items.Count ?? 0);
        var refusals = new List<Refusal>();
        var results = new List<ItemResult>();
        bool isStrict = context.Request.Query["strict"] == "1";
        if (sent is null)
        {
            refusals.Add(new Refusal(source.Id, call, refusal, body.Text.ToArray()));
        }
        else
        {
            DateTimeOffset received = clock.GetUtcNow();
            foreach (SentItem item in sent.Items)
            {
                NewEvent? made = maker.Make(item, sent.SentAt, source, received, call == "import", out RefusalReason reason);
                if (made is null)
                {
                    refusals.Add(new Refusal(source.Id, kind == CallKind.None ? "item" : call, reason, item.Raw.ToArray()));
                }
                else
                {
                    events.Add(made);
                }

                if (isStrict)
                {
                    results.Add(new ItemResult(item.MessageId, made is not null, made is null ? reason.ToString() : null));
                }
            }
        }

        try
        {
            await writer.WriteAsync(new Sending(events, refusals));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return CollectAnswers.NotKept(context);
        }

        return sent is null ? CollectAnswers.Refused(refusal, limits)
            : isStrict ? CollectAnswers.Results(results)
            : kind != CallKind.None && refusals is [{ Reason: var reasonOfOne }] ? CollectAnswers.Refused(reasonOfOne, limits)
            : CollectAnswers.Taken;
    }
}
