using Microsoft.AspNetCore.Http;
using Tajriba.Kernel.Log;
using Tajriba.Touchpoints.Capture.Collect;
using Tajriba.Touchpoints.Capture.Sources;

namespace Tajriba.Touchpoints.Capture.Intake;

/// <summary>The one road that everything takes that sources send, from the key to the answer, which is given only once everything is durable.</summary>
internal sealed class MessageIntake(
    SourceKeys keys, CollectWriter writer, SourceRates rates, EventNames names, SourceActivity activity, CollectLimits limits, IEnumerable<IMessageForm> forms, TimeProvider clock)
{
    /// <summary>The source whose key stands in the request (Basic, Bearer or <c>writeKey</c> in the query), or null.</summary>
    public async ValueTask<EventSource?> SourceOfAsync(HttpRequest request) =>
        WriteKeys.OfEither(request) is { } key ? await keys.FindAsync(key, request.HttpContext.RequestAborted) : null;

    /// <summary>Takes a body in. The status says what real clients must do: 4xx is final for them, 429 and 503 mean again later.</summary>
    /// <param name="context">The request.</param>
    /// <param name="form">How to read it.</param>
    /// <param name="call">The call by which it came.</param>
    /// <param name="source">Who sends it; null where only the body says that.</param>
    /// <param name="body">Reads the body within a number of bytes; null where it is larger.</param>
    public async Task<IResult> TakeAsync(
        HttpContext context, IMessageForm form, string call, EventSource? source, Func<HttpRequest, int, CancellationToken, Task<ReadOnlyMemory<byte>?>> body)
    {
        long begun = clock.GetTimestamp();
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

        MessageReading? reading = null;
        try
        {
            if (await body(context.Request, limits.BodyBytes, context.RequestAborted) is not { } text)
            {
                return CollectAnswers.TooLarge(limits.BodyBytes);
            }

            reading = form.Read(call, text);
            if (source is null)
            {
                source = reading.WriteKey is { } key ? await keys.FindAsync(key, context.RequestAborted) : null;
                if (source is null)
                {
                    return CollectAnswers.BadKey;
                }

                if (!rates.TryBegin(source, out wait))
                {
                    return CollectAnswers.Busy(context, wait);
                }
            }

            await KeepAsync(source, form, reading, begun);
            return form.Answer(reading, context.Request.QueryString.HasValue && context.Request.Query["strict"] == "1");
        }
        catch (InvalidDataException) when (reading is null)
        {
            return CollectAnswers.BadBody("The body begins as gzip and is not.");
        }
        catch (Exception e) when (reading is not null && e is not OperationCanceledException)
        {
            return CollectAnswers.NotKept(context);
        }
        finally
        {
            writer.Release(reservedFor, room);
        }
    }

    /// <summary>Takes in what a source tells by another road than a body: a pixel's query, a test. Returns once it is durable.</summary>
    public Task TellAsync(EventSource source, string call, ReadOnlyMemory<byte> text)
    {
        IMessageForm form = forms.First(f => f.Reads(call));
        return KeepAsync(source, form, form.Read(call, text), clock.GetTimestamp());
    }

    /// <summary>Takes in what was refused before, at the time when it arrived.</summary>
    /// <returns>False where it would be refused again; then nothing of it is kept.</returns>
    public async Task<bool> TellAgainAsync(EventSource source, Refused before)
    {
        IMessageForm form = forms.First(f => f.Reads(before.Call));
        MessageReading reading = form.Read(before.Call, before.Raw);
        (List<LiveEvent> events, IReadOnlyList<string> fresh) = await MakeAsync(source, form, reading, before.ReceivedAt);
        if (events.Count < reading.Items.Count)
        {
            names.Settle(source.Id, fresh, kept: false);
            return false;
        }

        await writer.WriteAsync(new Sending(source.Id, events, [], fresh));
        return true;
    }

    /// <summary>What is wrong with something that was refused, as it is read today; null where it would be taken, or where only its reason is to be told.</summary>
    public MessageFault? FaultOf(EventSource source, Refused refused)
    {
        // The others concern the whole, which may be as large as a body.
        if (refused.Reason is not (RefusalReason.NoIdentity or RefusalReason.TooLong or RefusalReason.BadContent or RefusalReason.BadAttribute or RefusalReason.BadScore or RefusalReason.BadTime)
            || forms.FirstOrDefault(f => f.Reads(refused.Call)) is not { } form)
        {
            return null;
        }

        MessageReading reading = form.Read(refused.Call, refused.Raw);
        form.Make(reading, source, refused.ReceivedAt);
        return reading.Items.FirstOrDefault(i => i.Fault is not null)?.Fault;
    }

    private async Task KeepAsync(EventSource source, IMessageForm form, MessageReading reading, long begun)
    {
        (List<LiveEvent> events, IReadOnlyList<string> fresh) = await MakeAsync(source, form, reading, clock.GetUtcNow());
        var refusals = new List<Refusal>();
        foreach (MessageItem item in reading.Items)
        {
            if (item.Fault is { } fault)
            {
                refusals.Add(new Refusal(source.Id, reading.Call, fault.Reason, item.Raw.ToArray()));
            }
        }

        await writer.WriteAsync(new Sending(source.Id, events, refusals, fresh));
        activity.Note(source.Id, events, refusals, begun);
    }

    /// <summary>
    /// Makes the events, without those that bear a name beyond what the source may use; tells which new names were let in.
    /// </summary>
    private async ValueTask<(List<LiveEvent> Events, IReadOnlyList<string> Fresh)> MakeAsync(EventSource source, IMessageForm form, MessageReading reading, DateTimeOffset received)
    {
        form.Make(reading, source, received);
        List<LiveEvent> events = EventsOf(reading);
        EventNames.Admission admission = await names.AdmitAsync(source.Id, events);
        if (admission.Refused.Count == 0)
        {
            return (events, admission.Fresh);
        }

        var fault = new MessageFault(RefusalReason.TooManyNames, null, FormattableString.Invariant($"A source uses at most {limits.EventNames} names of events."));
        foreach (MessageItem item in reading.Items)
        {
            if (item.Event is { } made && admission.Refused.Contains(made.Name))
            {
                (item.Event, item.Fault) = (null, fault);
            }
        }

        return (EventsOf(reading), admission.Fresh);
    }

    private static List<LiveEvent> EventsOf(MessageReading reading)
    {
        var events = new List<LiveEvent>(reading.Items.Count);
        foreach (MessageItem item in reading.Items)
        {
            if (item.Event is { } made)
            {
                events.Add(made);
            }
        }

        return events;
    }
}
