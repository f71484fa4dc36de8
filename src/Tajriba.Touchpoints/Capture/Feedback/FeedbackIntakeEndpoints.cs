using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Touchpoints.Capture.Collect;
using Tajriba.Touchpoints.Capture.Intake;
using Tajriba.Ui;

namespace Tajriba.Touchpoints.Capture.Feedback;

/// <summary>Where other systems post what customers said.</summary>
internal static class FeedbackIntakeEndpoints
{
    public static void MapFeedbackIntake(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/feedback", TakeAsync).Parameters("writeKey", "strict").AllowAnonymous().DisableAntiforgery().RequireCors(IntakeCors.Clients).WithTags("Capture")
            .WithName("Capture-feedback").WithSummary("What customers said, one or an array; Basic or Bearer authentication with the write key.")
            .WithDescription("Members: text (1 to 10,000 characters, required), kind, rating (1 to 5), language, step, unit, channel, time, customer (id, email, phone), properties, and messageId or feedback, by which it is taken once. Answers with the code that the customer follows it by at /c/CODE.");

    private static async Task<IResult> TakeAsync(HttpContext context, MessageIntake intake, FeedbackMessages form) =>
        await intake.SourceOfAsync(context.Request) is { } source
            ? await intake.TakeAsync(context, form, FeedbackMessages.Call, source, BodyReader.ReadAsync)
            : CollectAnswers.BadKey;
}
