using Microsoft.AspNetCore.Http;
using Tajriba.Kernel.Log;
using Tajriba.Touchpoints.Capture.Collect;
using Tajriba.Touchpoints.Capture.Sources;

namespace Tajriba.Touchpoints.Capture.Intake;

/// <summary>One request with messages, from its key to its answer, which is given only once everything is durable.</summary>
internal sealed class MessageIntake(SourceKeys keys, CollectWriter writer, EventNames names, SourceActivity activity, CollectLimits limits, IEnumerable<IMessageForm> forms, TimeProvider clock)
{
    private const string Bearer = "Bearer ";

    /// <summary>The source whose key stands in the request (Basic, Bearer or <c>writeKey</c> in the query), or null.</summary>
    public async ValueTask<EventSource?> SourceOfAsync(HttpRequest request)
    {
        string header = request.Headers.Authorization.ToString();
        string? key = header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : WriteKeys.Of(request);
        return key is null ? null : await keys.FindAsync(key, request.HttpContext.RequestAborted);
    }

    /// <summary>Takes a body in.</summary>
    /// <param name="context">The request.</param>
    /// <param name="form">How to read it.</param>
    /// <param name="call">The call by which it came.</param>
    /// <param name="source">Who sends it.</param>
    /// <param name="body">Reads the body within a number of bytes; null where it is larger.</param>
    /// <param name="taken">The answer when all is well.</param>
    public async Task<IResult> TakeAsync(
        HttpContext context, IMessageForm form, string call, EventSource source, Func<HttpRequest, int, CancellationToken, Task<ReadOnlyMemory<byte>?>> body, IResult taken)
    {
        long begun = clock.GetTimestamp();
        if (context.Request.ContentLength > limits.BodyBytes)
        {
            return CollectAnswers.TooLarge(limits.BodyBytes);
        }

        long room = context.Request.ContentLength ?? limits.BodyBytes;
        if (!writer.TryReserve(source, room, out TimeSpan wait))
        {
            return CollectAnswers.Busy(context, wait);
        }

        try
        {
            if (await body(context.Request, limits.BodyBytes, context.RequestAborted) is not { } text)
            {
                return CollectAnswers.TooLarge(limits.BodyBytes);
            }

            return await KeepAsync(context, form.Read(call, text, source, clock.GetUtcNow()), source, begun, taken);
        }
        catch (InvalidDataException)
        {
            return CollectAnswers.BadBody("The body begins as gzip and is not.");
        }
        finally
        {
            writer.Release(source.Id, room);
        }
    }

    /// <summary>Whether one of the forms reads what came by this call.</summary>
    public bool Reads(string call) => forms.Any(f => f.Reads(call));

    /// <summary>Takes in what was refused before, at the time when it arrived; keeps nothing where it would be refused again.</summary>
    public async Task<Told> TellAgainAsync(EventSource source, Refused before)
    {
        (MessageReading reading, IReadOnlyList<string> fresh) = await LimitAsync(source, forms.First(f => f.Reads(before.Call)).Read(before.Call, before.Raw, source, before.ReceivedAt));
        if (reading.Items.All(i => i.Fault is null))
        {
            await writer.WriteAsync(new Sending(source.Id, EventsOf(reading), [], fresh));
        }
        else
        {
            names.Settle(source.Id, fresh, kept: false);
        }

        return new Told(RefusalReason.None, [.. reading.Items.Select(i => new ItemResult(i.Id, i.Fault?.Reason ?? RefusalReason.None))]);
    }

    /// <summary>The attribute or member for which something was refused, as it is read today; null where there is none to name.</summary>
    public string? MemberAtFault(EventSource source, Refused refused) =>
        forms.FirstOrDefault(f => f.Reads(refused.Call))?.Read(refused.Call, refused.Raw, source, refused.ReceivedAt).Items.FirstOrDefault(i => i.Fault is not null)?.Fault?.Member;

    private async Task<IResult> KeepAsync(HttpContext context, MessageReading told, EventSource source, long begun, IResult taken)
    {
        MessageReading reading;
        List<LiveEvent> events;
        List<Refusal> refusals;
        try
        {
            (reading, IReadOnlyList<string> fresh) = await LimitAsync(source, told);
            events = EventsOf(reading);
            refusals = [.. reading.Items.Where(i => i.Fault is not null).Select(i => new Refusal(source.Id, i.Call, i.Fault!.Reason, i.Raw.ToArray()))];
            await writer.WriteAsync(new Sending(source.Id, events, refusals, fresh));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return CollectAnswers.NotKept(context);
        }

        activity.Note(source.Id, events, refusals, begun);
        return MessageAnswers.Of(reading, context.Request.Query["strict"] == "1", taken);
    }

    /// <summary>Takes out what bears a name beyond those that the source may use; tells which new names were let in.</summary>
    private async ValueTask<(MessageReading Reading, IReadOnlyList<string> Fresh)> LimitAsync(EventSource source, MessageReading reading)
    {
        EventNames.Admission admission = await names.AdmitAsync(source.Id, EventsOf(reading));
        if (admission.Refused.Count == 0)
        {
            return (reading, admission.Fresh);
        }

        var fault = new MessageFault(RefusalReason.TooManyNames, null, FormattableString.Invariant($"A source uses at most {limits.EventNames} names of events."));
        return (reading with { Items = [.. reading.Items.Select(i => i.Event is { } made && admission.Refused.Contains(made.Name) ? i with { Event = null, Fault = fault } : i)] }, admission.Fresh);
    }

    private static List<LiveEvent> EventsOf(MessageReading reading) => [.. reading.Items.Where(i => i.Event is not null).Select(i => i.Event!)];
}
