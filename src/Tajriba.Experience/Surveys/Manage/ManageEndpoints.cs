using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Experience.Surveys.Links;
using Tajriba.Experience.Surveys.Qr;
using Tajriba.Experience.Surveys.Storage;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Settings;
using Tajriba.Kernel.Storage;
using Tajriba.Ui;

namespace Tajriba.Experience.Surveys.Manage;

/// <summary>What the pages of surveys post to, and what they let one take along.</summary>
internal static class ManageEndpoints
{
    public static void MapManage(this IEndpointRouteBuilder routes)
    {
        var design = routes.MapGroup("/surveys").RequirePermission(SurveyPermissions.Design).ExcludeFromDescription().OverEveryUnit(SurveyPermissions.Design);
        design.MapPost("/{key}/publish", (string key, IFormCollection form, SurveyEditor editor, CancellationToken cancel) => ThenAsync(editor.PublishAsync(key, cancel), key, "published")).WithName("PublishSurvey");
        design.MapPost("/{key}/discard", (string key, IFormCollection form, SurveyEditor editor, CancellationToken cancel) => ThenAsync(editor.DiscardDraftAsync(key, cancel), key, "discarded")).WithName("DiscardSurveyDraft");
        design.MapPost("/{key}/close", (string key, IFormCollection form, SurveyEditor editor, CancellationToken cancel) => ThenAsync(editor.CloseAsync(key, cancel), key, "closed")).WithName("CloseSurvey");
        design.MapPost("/{key}/open", (string key, IFormCollection form, SurveyEditor editor, CancellationToken cancel) => ThenAsync(editor.OpenAsync(key, cancel), key, "opened")).WithName("OpenSurvey");
        design.MapPost("/{key}/delete", DeleteAsync).WithName("DeleteSurvey");
        design.MapPost("/{key}/restore", RestoreAsync).WithName("RestoreSurvey");
        design.MapPost("/{key}/versions/{version:int}/take", (string key, int version, IFormCollection form, SurveyEditor editor, CancellationToken cancel) =>
            ThenAsync(editor.TakeUpAsync(key, version, cancel), key, "taken")).WithName("TakeUpSurveyVersion");
        design.MapPost("/{key}/try", TryAsync).WithName("TrySurvey");
        design.MapPost("/{key}/places", PlaceAsync).WithName("MakeSurveyPlace");

        var view = routes.MapGroup("/surveys").RequirePermission(SurveyPermissions.View).ExcludeFromDescription();
        view.MapGet("/{key}/qr.svg", QrAsync).WithName("SurveyQr");
        view.MapGet("/{key}/definition.json", DefinitionAsync).WithName("SurveyDefinition");
    }

    private static async Task<IResult> DeleteAsync(string key, IFormCollection form, SurveyEditor editor, CancellationToken cancellationToken)
        => await editor.DeleteAsync(key, cancellationToken) is { } error ? Refuse(error) : TypedResults.LocalRedirect("/surveys?done=deleted&undo=" + key);

    private static async Task<IResult> RestoreAsync(string key, IFormCollection form, SurveyEditor editor, CancellationToken cancellationToken)
        => await editor.RestoreAsync(key, cancellationToken) is { } error ? Refuse(error) : TypedResults.LocalRedirect($"/surveys/{key}?done=restored");

    private static async Task<IResult> PlaceAsync(string key, IFormCollection form, SurveyStore store, Places places, IUnits units, CancellationToken cancellationToken)
    {
        var unit = form["unit"].ToString() is { Length: > 0 } code ? code : null;
        if (await store.FindAsync(key, cancellationToken) is not { } survey || (unit is not null && units.Tree.Find(unit) is null))
        {
            return TypedResults.NotFound();
        }

        await places.MakeAsync(survey, form["kind"] == "kiosk" ? PlaceKind.Kiosk : PlaceKind.Web, unit, cancellationToken);
        return TypedResults.LocalRedirect($"/surveys/{key}?done=place#places");
    }

    /// <summary>Leads to a link of one's own whose answer is a test.</summary>
    private static async Task<IResult> TryAsync(string key, IFormCollection form, SurveyStore store, SurveyLinks links, IDatabase database, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(key, cancellationToken) is not { State: SurveyState.Open })
        {
            return TypedResults.NotFound();
        }

        var link = new NewSurveyLink(key, LinkMode.Personal) { IsTest = true, ExpiresAt = clock.GetUtcNow() + TimeSpan.FromDays(1) };
        return TypedResults.LocalRedirect(await database.WriteAsync((transaction, cancel) => links.CreateAsync(transaction, link, cancel), cancellationToken));
    }

    private static async Task<IResult> QrAsync(
        string key, string? unit, string? kind, HttpRequest request, SurveyStore store, Places places, PublicAddress address, CancellationToken cancellationToken)
        => await store.FindAsync(key, cancellationToken) is { } survey
            && await places.FindAsync(survey.Id, kind == "kiosk" ? PlaceKind.Kiosk : PlaceKind.Web, unit, cancellationToken) is { } place
            ? TypedResults.Bytes(Encoding.UTF8.GetBytes(QrPicture.Svg(new Uri(address.Of(request), place.Path).AbsoluteUri)), "image/svg+xml")
            : TypedResults.NotFound();

    private static async Task<IResult> DefinitionAsync(string key, int? version, SurveyStore store, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(key, cancellationToken) is not { } survey)
        {
            return TypedResults.NotFound();
        }

        var body = version is { } number ? (await store.VersionAsync(survey.Id, number, cancellationToken))?.Body
            : survey.Draft ?? (await store.VersionAsync(survey.Id, survey.Version, cancellationToken))?.Body;
        return body is null ? TypedResults.NotFound() : TypedResults.File(Encoding.UTF8.GetBytes(body), "application/json", key + ".json");
    }

    private static async Task<IResult> ThenAsync(Task<SurveyError?> change, string key, string done) => await change switch
    {
        null => TypedResults.LocalRedirect($"/surveys/{key}?done={done}"),
        SurveyError.NotFound => TypedResults.NotFound(),
        SurveyError.Nothing => TypedResults.LocalRedirect("/surveys/" + key),
        var error => SurveyProblems.Of(error),
    };

    private static IResult Refuse(SurveyError error) => error is SurveyError.NotFound or SurveyError.Nothing ? TypedResults.NotFound() : SurveyProblems.Of(error);
}
