using System.Globalization;
using Microsoft.AspNetCore.Http;
using Tajriba.Touchpoints.Capture.Intake;

namespace Tajriba.Touchpoints.Capture.Collect;

/// <summary>The answers that clients get.</summary>
internal static class CollectAnswers
{
    private const string RetrySeconds = "1";

    public static IResult Taken { get; } = new Success();

    /// <summary>Final for every client.</summary>
    public static IResult BadKey { get; } = TypedResults.Problem("The write key is missing or opens nothing.", statusCode: StatusCodes.Status401Unauthorized);

    public static IResult TooLarge(int limit) =>
        TypedResults.Problem(string.Create(CultureInfo.InvariantCulture, $"A body holds at most {limit} bytes, unpacked."), statusCode: StatusCodes.Status413PayloadTooLarge);

    public static IResult BadBody(string what) => TypedResults.Problem(what, statusCode: StatusCodes.Status400BadRequest);

    /// <summary>
    /// What calls in Segment's form are told: of a batch only <c>strict=1</c> tells what became of each item. A body in which
    /// no item could be told apart is refused either way.
    /// </summary>
    public static IResult Of(MessageReading reading, bool strict) =>
        reading is { IsMany: false, Items: [{ Fault: { } fault }] } && !(strict && reading.Items[0] is SentItem) ? Refused(fault)
        : strict ? Results(reading)
        : Taken;

    /// <summary>The source sends too much, or too much is waiting; nothing was kept.</summary>
    /// <param name="context">The request.</param>
    /// <param name="wait">When to come again.</param>
    public static IResult Busy(HttpContext context, TimeSpan wait)
    {
        AskToWait(context, wait);
        return TypedResults.Problem("Too much is sent or waits to be written; send it again later.", statusCode: StatusCodes.Status429TooManyRequests);
    }

    /// <summary>Says in the headers when to come again, in whole seconds.</summary>
    public static void AskToWait(HttpContext context, TimeSpan wait)
    {
        string seconds = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.RetryAfter = seconds;
        context.Response.Headers["X-RateLimit-Reset"] = seconds;
    }

    /// <summary>Nothing of it is kept; clients send it again.</summary>
    public static IResult NotKept(HttpContext context)
    {
        context.Response.Headers.RetryAfter = RetrySeconds;
        return TypedResults.Problem("It could not be written; send it again.", statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private static IResult Refused(MessageFault fault) => fault.Reason is RefusalReason.TooLarge or RefusalReason.TooMany
        ? TypedResults.Problem(fault.Detail, statusCode: StatusCodes.Status413PayloadTooLarge)
        : TypedResults.Problem($"Refused and kept: {fault.Reason}.", statusCode: StatusCodes.Status400BadRequest);

    private static IResult Results(MessageReading reading) => TypedResults.Json(new
    {
        success = reading.Items.All(i => i.Fault is null),
        results = reading.Items.Select(i => new { messageId = i.Id, accepted = i.Fault is null, reason = i.Fault?.Reason.ToString() }),
    });

    /// <summary>The answer that nearly all requests get, without a serializer.</summary>
    private sealed class Success : IResult
    {
        private static readonly byte[] Body = """{"success":true}"""u8.ToArray();

        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = "application/json";
            httpContext.Response.ContentLength = Body.Length;
            return httpContext.Response.BodyWriter.WriteAsync(Body, CancellationToken.None).AsTask();
        }
    }
}
