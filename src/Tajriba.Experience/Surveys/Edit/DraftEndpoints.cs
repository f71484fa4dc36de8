using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Tajriba.Experience.Surveys.Storage;
using Tajriba.Kernel.Access;
using Tajriba.Questionnaires;
using Tajriba.Ui;

namespace Tajriba.Experience.Surveys.Edit;

/// <summary>Drafts over the API: read, saved against the revision they started from, tried out, published.</summary>
internal static class DraftEndpoints
{
    private const long LongestBody = 4 * 1024 * 1024;

    public static void MapDrafts(this IEndpointRouteBuilder routes)
    {
        // Surveys are asked everywhere: to change them takes the right over every unit.
        var api = routes.MapGroup("/api/surveys").RequirePermission(SurveyPermissions.Design).WithTags("Surveys").OverEveryUnit(SurveyPermissions.Design).Parameters();
        api.MapGet("/{key}/draft", GetAsync).WithName("GetSurveyDraft")
            .WithSummary("The definition that is being worked on, its revision, and what is to be said of it.");
        api.MapPut("/{key}/draft", PutAsync).WithName("PutSurveyDraft")
            .WithSummary("Keeps a definition as draft, faults and all; If-Match names the revision it started from, and 409 answers with what was saved since.");
        api.MapPost("/{key}/preview", PreviewAsync).WithName("PreviewSurvey")
            .WithSummary("A page of a definition as respondents would see it; nothing is kept.");
        api.MapPost("/{key}/publish", PublishAsync).WithName("PublishSurveyDraft")
            .WithSummary("Makes the draft of a revision the next version.");
    }

    private static async Task<IResult> GetAsync(string key, SurveyStore store, DraftKeeper keeper, DefinitionCheck check, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(key, cancellationToken) is not { } survey)
        {
            return SurveyProblems.Of(new SurveyError.NotFound());
        }

        var definition = await keeper.DefinitionOfAsync(survey, cancellationToken);
        var remarks = check.Of(definition);
        return TypedResults.Ok(new { definition = JsonElement.Parse(definition), revision = DraftKeeper.RevisionOf(survey), faults = remarks.Faults, warnings = remarks.Warnings });
    }

    private static async Task<IResult> PutAsync(string key, HttpRequest request, SurveyStore store, DraftKeeper keeper, DefinitionCheck check, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(key, cancellationToken) is not { } survey)
        {
            return SurveyProblems.Of(new SurveyError.NotFound());
        }

        Limit(request);
        using var body = new StreamReader(request.Body, new UTF8Encoding(false, false));
        var definition = await body.ReadToEndAsync(cancellationToken);
        var remarks = check.Of(definition);
        if (!remarks.IsKept)
        {
            return TypedResults.Problem("The body is no definition.", statusCode: StatusCodes.Status400BadRequest, type: "urn:tajriba:problem:bad-definition", extensions: [new("faults", remarks.Faults)]);
        }

        return await keeper.SaveAsync(survey, definition, request.Headers.IfMatch.ToString().Trim('"'), cancellationToken) is { } revision
            ? TypedResults.Ok(new { revision, faults = remarks.Faults, warnings = remarks.Warnings })
            : await ConflictAsync(key, store, keeper, cancellationToken);
    }

    private static async Task<IResult> ConflictAsync(string key, SurveyStore store, DraftKeeper keeper, CancellationToken cancellationToken)
        => await store.FindAsync(key, cancellationToken) is { } now
            ? TypedResults.Json(
                new { definition = JsonElement.Parse(await keeper.DefinitionOfAsync(now, cancellationToken)), revision = DraftKeeper.RevisionOf(now), by = now.DraftBy ?? "" },
                statusCode: StatusCodes.Status409Conflict)
            : SurveyProblems.Of(new SurveyError.NotFound());

    private static async Task<IResult> PreviewAsync(string key, HttpRequest request, SurveyStore store, PreviewWriter writer, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(key, cancellationToken) is null)
        {
            return SurveyProblems.Of(new SurveyError.NotFound());
        }

        if (!request.HasJsonContentType())
        {
            return TypedResults.Problem("The body is not JSON.", statusCode: StatusCodes.Status415UnsupportedMediaType);
        }

        Limit(request);
        try
        {
            var asked = await request.ReadFromJsonAsync<PreviewRequest>(new JsonSerializerOptions(JsonSerializerDefaults.Web) { MaxDepth = DefinitionLimits.Depth + 2 }, cancellationToken);
            return asked is not null && asked.Definition.ValueKind == JsonValueKind.Object && writer.Write(asked) is { } page ? TypedResults.Ok(page) : Unseen();
        }
        catch (QuestionnaireException e)
        {
            return SurveyProblems.Of(new SurveyError.BadDefinition(e.Faults));
        }
        catch (JsonException e)
        {
            return TypedResults.Problem($"The body cannot be read at '{e.Path}'.", statusCode: StatusCodes.Status400BadRequest);
        }
    }

    private static IResult Unseen() => TypedResults.Problem("There is no page to show.", statusCode: StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> PublishAsync(string key, HttpRequest request, SurveyStore store, SurveyEditor editor, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(key, cancellationToken) is not { } survey)
        {
            return SurveyProblems.Of(new SurveyError.NotFound());
        }

        if (request.Headers.IfMatch.ToString().Trim('"') != DraftKeeper.RevisionOf(survey))
        {
            return TypedResults.Problem("Another draft was saved since.", statusCode: StatusCodes.Status409Conflict);
        }

        return await editor.PublishAsync(key, cancellationToken) is { } error ? SurveyProblems.Of(error) : TypedResults.Ok(new { version = survey.Version + 1 });
    }

    private static void Limit(HttpRequest request)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = LongestBody;
        }
    }
}
