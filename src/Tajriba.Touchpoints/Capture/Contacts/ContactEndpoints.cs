using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Touchpoints.Capture.Collect;
using Tajriba.Touchpoints.Capture.Intake;
using Tajriba.Ui;

namespace Tajriba.Touchpoints.Capture.Contacts;

/// <summary>Where phone systems and kiosks post the scores and answers that they hear.</summary>
internal static class ContactEndpoints
{
    public static void MapContacts(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/contacts", TakeAsync).Parameters("writeKey", "strict").AllowAnonymous().DisableAntiforgery().RequireCors(IntakeCors.Clients).WithTags("Capture")
            .WithName("Capture-contacts").WithSummary("Scores of calls and answers at kiosks, one or an array; Basic or Bearer authentication with the write key.");

    private static async Task<IResult> TakeAsync(HttpContext context, MessageIntake intake, ContactForm form) =>
        await intake.SourceOfAsync(context.Request) is { } source
            ? await intake.TakeAsync(context, form, ContactForm.Call, source, BodyReader.ReadAsync)
            : CollectAnswers.BadKey;
}
