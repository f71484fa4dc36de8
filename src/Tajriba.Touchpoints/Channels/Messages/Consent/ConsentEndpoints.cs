using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Rooms;
using Tajriba.Ui;

namespace Tajriba.Touchpoints.Channels.Messages.Consent;

/// <summary>
/// One-click unsubscribe as RFC 8058 has it: mail providers post, without a login and without a question; a token that
/// nobody has is answered alike. Looking at the address changes nothing, since scanners look.
/// </summary>
internal static class ConsentEndpoints
{
    private const int MostBytes = 16 * 1024;

    public static void MapConsent(this IEndpointRouteBuilder routes)
    {
        // Before the page of the same address, which would take posts too.
        routes.MapPost("/u/{token}", OneClickAsync).WithOrder(-1).WithName("Unsubscribe").WithSummary("One-click unsubscribe (RFC 8058).").WithTags("Messages")
            .AllowAnonymous().DisableAntiforgery().WithMetadata(MachineRoute.Instance, new RequestSizeLimitAttribute(MostBytes)).ExcludeFromDescription();
        routes.MapPost("/u/{token}/choices", ChooseAsync).WithName("ChooseTopics").AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> OneClickAsync(string token, HttpRequest request, ConsentLinks links, CancellationToken cancellationToken)
    {
        if ((await request.TryReadFormAsync(cancellationToken))?["List-Unsubscribe"].ToString() != "One-Click")
        {
            return TypedResults.Text("Send List-Unsubscribe=One-Click as a form.", statusCode: StatusCodes.Status400BadRequest);
        }

        await links.UnsubscribeAsync(token, cancellationToken);
        return TypedResults.Text("Unsubscribed.");
    }

    private static async Task<IResult> ChooseAsync(string token, IFormCollection form, ConsentLinks links, ConsentStore store, CancellationToken cancellationToken)
    {
        if (await links.FindAsync(token, cancellationToken) is not { } message)
        {
            return TypedResults.NotFound();
        }

        if (form["deed"] == "none")
        {
            await links.SayAsync(message, [(MessageTopic.Everything, false)], "page", cancellationToken);
        }
        else
        {
            IEnumerable<string> known = (await store.TopicsAsync(cancellationToken)).Select(t => t.Code).Append(message.Topic).Distinct();
            (string, bool)[] words = [.. known.Select(code => (code, form["topic"].Contains(code)))];
            await links.SayAsync(message, [.. words, (MessageTopic.Everything, true)], "page", cancellationToken);
        }

        return TypedResults.LocalRedirect($"/u/{token}?done=saved");
    }
}
