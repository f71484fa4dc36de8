using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;

namespace Tajriba.Touchpoints.Capture.Catalogue;

internal static class CatalogueEndpoints
{
    private const int MaxText = 200;

    public static void MapCatalogue(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/events").RequirePermission(CapturePermissions.CatalogueEdit).ExcludeFromDescription();
        group.MapPost("/save", SaveAsync).WithName("SaveEventName");
        group.MapPost("/undo", UndoAsync).WithName("UndoEventName");
    }

    private static async Task<IResult> SaveAsync(IFormCollection form, CatalogueEditor editor, EventCatalogue catalogue, CancellationToken cancellationToken)
    {
        string name = form["name"].ToString();
        CatalogueEntry before = catalogue.Get(name);
        if (!catalogue.All.Contains(before))
        {
            return TypedResults.NotFound();
        }

        if (ObjectRuleText.Parse(form["rules"]) is not { } rules)
        {
            return TypedResults.LocalRedirect($"/events/edit?name={Uri.EscapeDataString(name)}&wrong=rules");
        }

        await editor.SaveAsync(
            before with
            {
                English = Text(form, "english"),
                Persian = Text(form, "persian"),
                Arabic = Text(form, "arabic"),
                Touchpoint = Text(form, "touchpoint"),
                Channel = Text(form, "channel"),
                ObjectRules = rules,
                Hidden = form["hidden"].Count > 0,
            },
            cancellationToken);
        return TypedResults.LocalRedirect($"/events?done=saved&name={Uri.EscapeDataString(name)}");
    }

    private static async Task<IResult> UndoAsync(IFormCollection form, CatalogueEditor editor, CancellationToken cancellationToken) =>
        await editor.UndoAsync(form["name"].ToString(), cancellationToken) ? TypedResults.LocalRedirect("/events?done=undone") : TypedResults.NotFound();

    private static string? Text(IFormCollection form, string field)
    {
        string text = form[field].ToString().Trim();
        return text.Length == 0 ? null : text.Length > MaxText ? text[..MaxText] : text;
    }
}
