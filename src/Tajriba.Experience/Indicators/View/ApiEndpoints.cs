using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Experience.Indicators.Define;
using Tajriba.Experience.Indicators.Measure;
using Tajriba.Experience.Indicators.Rows;
using Tajriba.Experience.Indicators.Storage;
using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Indicators.View;

/// <summary>Indicators for programs: the same views as the pages, by the same parameters.</summary>
internal static class ApiEndpoints
{
    private const int PageSize = 100;

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/indicators").RequirePermission(IndicatorPermissions.View).WithTags("Indicators");
        api.MapGet("/", ListAsync).WithName("ListIndicators").WithSummary("Indicator definitions that the caller may see.");
        api.MapGet("/templates", Templates).WithName("ListIndicatorTemplates").WithSummary("Definitions to begin with.");
        api.MapGet("/{key}", GetAsync).WithName("GetIndicator").WithSummary("One definition.");
        api.MapGet("/{key}/report", ReportAsync).WithName("GetIndicatorReport").WithSummary("Value, interval, change and trend over some days.");
        api.MapGet("/{key}/groups", GroupsAsync).WithName("GetIndicatorGroups").WithSummary("The value by unit, channel or an attribute (by).");
        api.MapGet("/{key}/rows", RowsAsync).WithName("GetIndicatorRows").WithSummary("The observations behind the value, newest first.");

        var define = routes.MapGroup("/api/indicators").RequirePermission(IndicatorPermissions.Define).WithTags("Indicators");
        define.MapPost("/", DefineAsync).WithName("DefineIndicator").WithSummary("Makes an indicator.");
        define.MapPut("/{key}", ChangeAsync).WithName("ChangeIndicator").WithSummary("Makes the next version of an indicator.");
        define.MapDelete("/{key}", RemoveAsync).WithName("RemoveIndicator").WithSummary("Takes an indicator out of use; its versions stay.");
    }

    private static async Task<IResult> ListAsync(HttpContext http, IndicatorReader reader)
        => Unknown(http) ?? Json(await reader.ListAsync(http.RequestAborted));

    private static IResult Templates(HttpContext http) => Unknown(http) ?? Json(IndicatorTemplates.All);

    private static async Task<IResult> GetAsync(string key, HttpContext http, IndicatorReader reader)
        => await reader.FindAsync(key, cancellationToken: http.RequestAborted) is { } definition ? Unknown(http) ?? Json(definition) : IndicatorProblems.Of(new IndicatorError.NotFound());

    private static Task<IResult> ReportAsync(string key, HttpContext http, IndicatorReader reader)
        => IndicatorRequest.AnswerAsync(
            key,
            http,
            reader,
            async (definition, state) => http.Request.Query["calendar"].ToString() switch
            {
                "" or "gregorian" => Json(await reader.ReportAsync(definition, state, CalendarKind.Gregorian, http.RequestAborted)),
                "jalali" => Json(await reader.ReportAsync(definition, state, CalendarKind.Jalali, http.RequestAborted)),
                _ => IndicatorProblems.Of(new IndicatorError.BadParameter("calendar", "It is one of gregorian, jalali.")),
            },
            "calendar");

    private static Task<IResult> GroupsAsync(string key, HttpContext http, IndicatorReader reader)
        => IndicatorRequest.AnswerAsync(key, http, reader, async (definition, state) => Json(await reader.GroupsAsync(definition, state, state.By ?? "unit", http.RequestAborted)));

    private static Task<IResult> RowsAsync(string key, HttpContext http, IndicatorReader reader, IndicatorRows rows)
        => IndicatorRequest.AnswerAsync(
            key,
            http,
            reader,
            async (definition, state) =>
            {
                if (http.Request.Query["hit"].ToString() is not ("" or "yes" or "no"))
                {
                    return IndicatorProblems.Of(new IndicatorError.BadParameter("hit", "It is one of yes, no."));
                }

                var page = 1;
                if (http.Request.Query["page"].ToString() is { Length: > 0 } asked && !(int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out page) && page is >= 1 and <= 1_000_000))
                {
                    return IndicatorProblems.Of(new IndicatorError.BadParameter("page", "It is a whole number from 1 to 1,000,000."));
                }

                var (found, total) = await rows.ReadAsync(definition, state, FileEndpoints.HitOf(http), (page - 1) * PageSize, PageSize, http.RequestAborted);
                return Json(new { total, page, rows = found });
            },
            "page",
            "hit");

    private static async Task<IResult> DefineAsync(HttpContext http, IndicatorReader reader, IndicatorStore store)
    {
        var (definition, problem) = await IndicatorBody.ReadAsync(http);
        return definition is null ? problem! : await SaveAsync(definition with { Id = 0, Version = 0 }, http, reader, store);
    }

    private static async Task<IResult> ChangeAsync(string key, HttpContext http, IndicatorReader reader, IndicatorStore store)
    {
        if (await reader.FindAsync(key, cancellationToken: http.RequestAborted) is not { } before || !reader.Defines(before))
        {
            return IndicatorProblems.Of(new IndicatorError.NotFound());
        }

        var (definition, problem) = await IndicatorBody.ReadAsync(http);
        return definition is null ? problem! : await SaveAsync(definition with { Id = before.Id, Key = before.Key }, http, reader, store);
    }

    private static async Task<IResult> RemoveAsync(string key, HttpContext http, IndicatorReader reader, IndicatorStore store)
    {
        if (await reader.FindAsync(key, cancellationToken: http.RequestAborted) is not { } definition || !reader.Defines(definition))
        {
            return IndicatorProblems.Of(new IndicatorError.NotFound());
        }

        await store.SetArchivedAsync(definition, true, http.RequestAborted);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> SaveAsync(IndicatorDefinition definition, HttpContext http, IndicatorReader reader, IndicatorStore store)
    {
        if ((IndicatorRules.Broken(definition) ?? (reader.Defines(definition) ? null : new IndicatorError.Invalid("unit", "OutOfRange"))) is { } broken)
        {
            return IndicatorProblems.Of(broken);
        }

        return await store.SaveAsync(definition, http.RequestAborted) is { } saved
            ? TypedResults.Json(saved, IndicatorJson.Options, statusCode: definition.Id == 0 ? StatusCodes.Status201Created : StatusCodes.Status200OK)
            : IndicatorProblems.Of(new IndicatorError.Invalid("key", "Taken"));
    }

    private static IResult? Unknown(HttpContext http)
        => http.Request.Query.Keys.FirstOrDefault() is { } name ? IndicatorProblems.Of(new IndicatorError.BadParameter(name, "There is no such parameter.")) : null;

    private static IResult Json<T>(T value) => TypedResults.Json(value, IndicatorJson.Options);
}
