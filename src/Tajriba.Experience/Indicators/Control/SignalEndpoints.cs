using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Experience.Indicators.Measure;
using Tajriba.Experience.Indicators.Storage;
using Tajriba.Experience.Indicators.Units;
using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Indicators.Control;

/// <summary>Control charts and comparisons of units for programs, and noting signals.</summary>
internal static class SignalEndpoints
{
    public static void MapControl(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/indicators/{key}").RequirePermission(IndicatorPermissions.View).WithTags("Indicators");
        api.MapGet("/control", ControlAsync).WithName("GetIndicatorControl").WithSummary("Control chart over complete periods: limits from a baseline, runs rules marked.");
        api.MapGet("/units", UnitsAsync).WithName("GetIndicatorUnits").WithSummary("Units by funnel limits and shrinkage, never ranked.");
        routes.MapPost("/indicators/signals/note", NoteAsync).RequirePermission(IndicatorPermissions.View).ExcludeFromDescription().WithName("NoteSignal");
    }

    private static Task<IResult> ControlAsync(string key, HttpContext http, IndicatorReader reader, IndicatorControl control)
        => IndicatorRequest.AnswerAsync(key, http, reader, async (definition, state) =>
        {
            var progress = await control.ProgressAsync(definition, http.RequestAborted);
            return await control.ChartAsync(definition, state, CalendarKind.Gregorian, reader.Scope, cancellationToken: http.RequestAborted) is { } chart
                ? TypedResults.Json(new { enough = true, progress, chart }, IndicatorJson.Options)
                : TypedResults.Json(new { enough = false, progress }, IndicatorJson.Options);
        });

    private static Task<IResult> UnitsAsync(string key, HttpContext http, IndicatorReader reader, IndicatorUnits units)
        => IndicatorRequest.AnswerAsync(key, http, reader, async (definition, state) => TypedResults.Json(await units.CompareAsync(definition, state, http.RequestAborted), IndicatorJson.Options));

    private static async Task<IResult> NoteAsync(IFormCollection form, IndicatorReader reader, SignalStore signals, CancellationToken cancellationToken)
    {
        if (!long.TryParse(form["id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || await signals.FindAsync(id, cancellationToken) is not { } signal || !reader.Scope.Contains(signal.Unit)
            || (await reader.ListAsync(cancellationToken)).FirstOrDefault(d => d.Id == signal.DefinitionId) is not { } definition)
        {
            return IndicatorProblems.Of(new IndicatorError.NotFound());
        }

        await signals.NoteAsync(id, cancellationToken);
        return TypedResults.LocalRedirect($"/indicators/{definition.Key}/control?done=noted");
    }
}
