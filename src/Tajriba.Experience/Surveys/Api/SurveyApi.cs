using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Experience.Surveys.Links;
using Tajriba.Experience.Surveys.Results;
using Tajriba.Experience.Surveys.Storage;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Settings;
using Tajriba.Kernel.Storage;
using Tajriba.Ui;

namespace Tajriba.Experience.Surveys.Api;

/// <summary>Surveys for programs: the same figures, rows and links as the pages, within the caller's units.</summary>
internal static class SurveyApi
{
    private const int UsualRows = 50;
    private const int MostRows = 200;
    private const int MostBytes = 64 * 1024;

    private static readonly string[] Filters = ["from", "until", "unit", "language", "quality"];

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        var view = routes.MapGroup("/api/surveys").RequirePermission(SurveyPermissions.View).WithTags("Surveys");
        view.MapGet("/", ListAsync).WithName("ListSurveys").WithSummary("Surveys, newest first.");
        view.MapGet("/{key}", GetAsync).WithName("GetSurvey").WithSummary("One survey, the definition that is asked, and its versions.");
        view.MapGet("/{key}/versions/{version:int}", VersionAsync).WithName("GetSurveyVersion").WithSummary("A definition as it was published.");
        view.MapGet("/{key}/results", ResultsAsync).WithName("GetSurveyResults").WithSummary("Counts, means and scores with their 95% intervals, over all answers that the filter lets through.");
        var rows = routes.MapGroup("/api/surveys").RequirePermission(SurveyPermissions.Responses).WithTags("Surveys");
        rows.MapGet("/{key}/responses", ResponsesAsync).WithName("ListSurveyResponses").WithSummary("Single answers, newest first; nextCursor leads to the older ones.");
        rows.MapGet("/{key}/responses/{id:long}", ResponseAsync).WithName("GetSurveyResponse").WithSummary("One answer.");
        routes.MapGroup("/api/surveys").RequirePermission(SurveyPermissions.Send).WithTags("Surveys").MapPost("/{key}/links", LinkAsync).Accepts<LinkBody>("application/json")
            .WithName("MakeSurveyLink").WithSummary("Makes a link for one person; its address is told this once.");
    }

    private static async Task<IResult> ListAsync(HttpContext http, SurveyStore store, ResponseStore responses, ICurrentPerson person)
    {
        if (ApiProblems.Unknown(http.Request) is { } unknown)
        {
            return unknown;
        }

        var counts = await responses.CountsAsync(person.ScopeOf(SurveyPermissions.View), http.RequestAborted);
        return TypedResults.Json((await store.ListAsync(http.RequestAborted)).Select(s => ApiJson.Of(s, counts.GetValueOrDefault(s.Key))));
    }

    private static async Task<IResult> GetAsync(string key, HttpContext http, SurveyStore store, ResponseStore responses, ICurrentPerson person)
    {
        if (await store.FindAsync(key, http.RequestAborted) is not { } survey)
        {
            return SurveyProblems.Of(new SurveyError.NotFound());
        }

        if (ApiProblems.Unknown(http.Request) is { } unknown)
        {
            return unknown;
        }

        var versions = await store.VersionsAsync(survey.Id, http.RequestAborted);
        var count = await responses.CountAsync(new() { SurveyKey = key, Units = person.ScopeOf(SurveyPermissions.View) }, http.RequestAborted);
        return TypedResults.Json(new
        {
            survey = ApiJson.Of(survey, count),
            definition = versions.FirstOrDefault(v => v.Number == survey.Version) is { } asked ? JsonElement.Parse(asked.Body) : (JsonElement?)null,
            versions = versions.Select(v => new { version = v.Number, publishedAt = v.PublishedAt, publishedBy = v.PublishedBy }),
        });
    }

    private static async Task<IResult> VersionAsync(string key, int version, HttpContext http, SurveyStore store)
        => await store.FindAsync(key, http.RequestAborted) is not { } survey || await store.VersionAsync(survey.Id, version, http.RequestAborted) is not { } found
            ? SurveyProblems.Of(new SurveyError.NotFound())
            : ApiProblems.Unknown(http.Request) ?? TypedResults.Json(ApiJson.Of(found));

    private static async Task<IResult> ResultsAsync(string key, HttpContext http, SurveyStore store, ResponseStore responses, ResultsReader reader, ICurrentPerson person, IUnits units, Read read)
    {
        var (survey, filter, problem) = await AskedAsync(key, http, store, person.ScopeOf(SurveyPermissions.View), units, read, "in");
        if (problem is not null)
        {
            return problem;
        }

        var language = http.Request.Query["in"].FirstOrDefault() ?? "en";
        if (!ReaderPreferences.Languages.Contains(language))
        {
            return ApiProblems.BadParameter("in", "One of en, fa, ar.");
        }

        var asked = await responses.AskedAsync(filter!, http.RequestAborted);
        return TypedResults.Json(ApiJson.Of(survey!, await reader.ReadAsync(survey!, filter!, language, http.RequestAborted) ?? new(0, 0, new Dictionary<string, int>(), []), asked));
    }

    private static async Task<IResult> ResponsesAsync(string key, HttpContext http, SurveyStore store, ResponseStore responses, ICurrentPerson person, IUnits units, Read read)
    {
        var (_, filter, problem) = await AskedAsync(key, http, store, person.ScopeOf(SurveyPermissions.Responses), units, read, "cursor", "limit");
        if (problem is not null)
        {
            return problem;
        }

        var limit = UsualRows;
        if (http.Request.Query["limit"].FirstOrDefault() is { } wanted && (!int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > MostRows))
        {
            return ApiProblems.BadParameter("limit", "1 to 200.");
        }

        var before = http.Request.Query["cursor"].FirstOrDefault() is { } text ? ResponseCursor.Parse(text) : null;
        if (before is null && http.Request.Query.ContainsKey("cursor"))
        {
            return ApiProblems.BadParameter("cursor", "It is what nextCursor told.");
        }

        var rows = await responses.ListAsync(filter!, before, limit, http.RequestAborted);
        return TypedResults.Json(new { data = rows.Select(ApiJson.Of), nextCursor = rows.Count == limit ? ResponseCursor.After(rows[^1]).ToString() : null });
    }

    private static async Task<IResult> ResponseAsync(string key, long id, HttpContext http, SurveyStore store, ResponseStore responses, ICurrentPerson person)
    {
        // Both are looked up in any case, so that what is hidden takes as long as what is not there.
        var found = await responses.FindAsync(key, id, person.ScopeOf(SurveyPermissions.Responses), http.RequestAborted);
        return await store.FindAsync(key, http.RequestAborted) is null || found is null
            ? ApiProblems.Of(StatusCodes.Status404NotFound, "not-found", "There is no such answer.")
            : ApiProblems.Unknown(http.Request) ?? TypedResults.Json(ApiJson.Of(found));
    }

    private static async Task<IResult> LinkAsync(string key, HttpContext http, SurveyStore store, SurveyLinks links, IDatabase database, PublicAddress address, ICurrentPerson person, IUnits units)
    {
        if (await store.FindAsync(key, http.RequestAborted) is not { } survey)
        {
            return SurveyProblems.Of(new SurveyError.NotFound());
        }

        var (body, problem) = await ApiBody.ReadAsync<LinkBody>(http, MostBytes);
        if (ApiProblems.Unknown(http.Request) is { } unknown || (unknown = problem) is not null)
        {
            return unknown;
        }

        if (!person.ScopeOf(SurveyPermissions.Send).Contains(body!.Unit) || (body.Unit is { } unit && units.Tree.Find(unit) is null))
        {
            return SurveyProblems.Of(new SurveyError.NotFound());
        }

        if (survey.Version == 0)
        {
            return SurveyProblems.Of(new SurveyError.Nothing());
        }

        var link = new NewSurveyLink(key, body.Channel == "email" ? LinkMode.Email : LinkMode.Personal)
        {
            CustomerId = body.Customer,
            ContextJson = body.Context.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : body.Context.GetRawText(),
            ObjectRefs = [.. body.Objects.Select(o => new ObjectRef(o.Type, o.Id, o.Qualifier))],
            Unit = body.Unit,
            Channel = body.Channel,
            Programme = body.Programme,
            InvitationId = body.Invitation,
            ExpiresAt = body.ExpiresAt,
            SingleUse = body.SingleUse,
            Language = body.Language,
            IsTest = body.Test,
        };
        try
        {
            var path = await database.WriteAsync((transaction, cancel) => links.CreateAsync(transaction, link, cancel), http.RequestAborted);
            return TypedResults.Json(new { path, address = new Uri(address.Of(http.Request), path).AbsoluteUri, expiresAt = body.ExpiresAt }, statusCode: StatusCodes.Status201Created);
        }
        catch (ArgumentException e)
        {
            return ApiProblems.Of(StatusCodes.Status422UnprocessableEntity, "bad-link", "The link cannot be made.", e.Message.Split(" (Parameter", 2)[0]);
        }
    }

    /// <summary>The survey and the filter that an address asks for, or what is wrong with it.</summary>
    private static async Task<(Survey? Survey, ResponseFilter? Filter, IResult? Problem)> AskedAsync(
        string key, HttpContext http, SurveyStore store, UnitScope scope, IUnits units, Read read, params string[] more)
    {
        if (await store.FindAsync(key, http.RequestAborted) is not { } survey)
        {
            return (null, null, SurveyProblems.Of(new SurveyError.NotFound()));
        }

        var query = http.Request.Query;
        if (ApiProblems.Unknown(http.Request, [.. Filters, .. more]) is { } unknown)
        {
            return (null, null, unknown);
        }

        var filter = ResultsRequest.Filter(key, query, scope, units.Tree, read);
        var bad = query.ContainsKey("from") && filter.From is null ? "from"
            : query.ContainsKey("until") && filter.Until is null ? "until"
            : query.ContainsKey("language") && filter.Language is null ? "language"
            : query.ContainsKey("quality") && filter.Quality is null ? "quality"
            : null;
        return bad is null ? (survey, filter with { Answer = null }, null) : (null, null, ApiProblems.BadParameter(bad, "It cannot be read."));
    }
}
