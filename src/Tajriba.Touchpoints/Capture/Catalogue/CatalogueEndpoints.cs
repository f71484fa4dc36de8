using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Touchpoints.Capture.Collect;

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

    private static async Task<IResult> SaveAsync(IFormCollection form, CatalogueEditor editor, EditableEntries entries, CancellationToken cancellationToken)
    {
        string name = form["name"].ToString();
        Refused? refused = await entries.RefusedAsync(name, Number(form, "source"), Number(form, "refused"), cancellationToken);
        if (entries.Find(name, refused) is not { } before)
        {
            return TypedResults.NotFound();
        }

        if (ObjectRuleText.Parse(form["rules"]) is not { } rules)
        {
            string from = refused is null ? "" : FormattableString.Invariant($"&source={refused.SourceId}&refused={refused.Id}");
            return TypedResults.LocalRedirect($"/events/edit?name={Uri.EscapeDataString(name)}{from}&wrong=rules");
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
        return TypedResults.LocalRedirect(refused is not null
            ? FormattableString.Invariant($"/sources/{refused.SourceId}?done=ruled&name={Uri.EscapeDataString(name)}")
            : $"/events?done=saved&name={Uri.EscapeDataString(name)}");
    }

    private static async Task<IResult> UndoAsync(IFormCollection form, CatalogueEditor editor, CancellationToken cancellationToken) =>
        await editor.UndoAsync(form["name"].ToString(), cancellationToken) ? TypedResults.LocalRedirect("/events?done=undone") : TypedResults.NotFound();

    private static long? Number(IFormCollection form, string field) =>
        long.TryParse(form[field], NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;

    private static string? Text(IFormCollection form, string field)
    {
        string text = form[field].ToString().Trim();
        return text.Length == 0 ? null : text.Length > MaxText ? text[..MaxText] : text;
    }
}
