using System.Globalization;
using Microsoft.AspNetCore.Http;

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

    public static IResult Refused(RefusalReason reason, CollectLimits limits) => reason switch
    {
        RefusalReason.TooLarge => TypedResults.Problem(string.Create(CultureInfo.InvariantCulture, $"An event holds at most {limits.EventBytes} bytes."), statusCode: StatusCodes.Status413PayloadTooLarge),
        RefusalReason.TooMany => TypedResults.Problem(string.Create(CultureInfo.InvariantCulture, $"A batch holds at most {limits.BatchEvents} events."), statusCode: StatusCodes.Status413PayloadTooLarge),
        _ => TypedResults.Problem($"Refused and kept: {reason}.", statusCode: StatusCodes.Status400BadRequest),
    };

    /// <summary>What became of each item, for clients that ask with <c>strict=1</c>.</summary>
    public static IResult Results(IReadOnlyList<ItemResult> items) => TypedResults.Json(new
    {
        success = items.All(i => i.Reason == RefusalReason.None),
        results = items.Select(i => new { messageId = i.MessageId, accepted = i.Reason == RefusalReason.None, reason = i.Reason == RefusalReason.None ? null : i.Reason.ToString() }),
    });

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
