using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Experience.Indicators.Measure;
using Tajriba.Experience.Indicators.Rows;
using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Experience.Indicators.Dashboards;

/// <summary>Dashboards as files, and changing them.</summary>
internal static class DashboardEndpoints
{
    private const string PlacePrefix = "place-";

    public static void MapDashboards(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/dashboards/export.csv", ExportAsync).RequirePermission(IndicatorPermissions.View).ExcludeFromDescription().WithName("ExportDashboard");
        routes.MapPost("/dashboards/save", SaveAsync).RequirePermission(IndicatorPermissions.Define).ExcludeFromDescription().WithName("SaveDashboard");
    }

    private static async Task<IResult> ExportAsync(HttpContext http, DashboardReader dashboards, IndicatorReader reader, Show show)
    {
        var role = http.Request.Query["role"].ToString();
        if (!DashboardStore.Roles.Contains(role))
        {
            return IndicatorProblems.Of(new IndicatorError.BadParameter("role", "It is one of executive, manager, agent."));
        }

        if (IndicatorQuery.Parse(http.Request.Query, out var error, "role") is not { } state || (error = reader.TooLong(state)) is not null)
        {
            return IndicatorProblems.Of(error!);
        }

        var text = new StringBuilder(CsvLine.Of("indicator", "from", "to", "n", "value", "lower95", "upper95", "enough", "before", "change", "p"));
        foreach (var report in await dashboards.ReadAsync(role, state, show.Reader.Calendar, http.RequestAborted))
        {
            var value = report.Value;
            text.Append(CsvLine.Of(
                report.Definition.Key, report.Days.From.ToString("yyyy-MM-dd"), report.Days.To.ToString("yyyy-MM-dd"), Text(value.Count), Text(value.Value), Text(value.Lower), Text(value.Upper),
                value.IsEnough ? "yes" : "no", Text(report.Before.Value), Text(report.Change?.Difference), Text(report.Change?.P)));
        }

        return TypedResults.File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", $"dashboard-{role}.csv");
    }

    private static async Task<IResult> SaveAsync(IFormCollection form, DashboardStore store, IndicatorReader reader, ICurrentPerson person, Read read, CancellationToken cancellationToken)
    {
        var role = form["role"].ToString();
        if (!DashboardStore.Roles.Contains(role) || !person.ScopeOf(IndicatorPermissions.Define).IsEverything)
        {
            return IndicatorProblems.Of(new IndicatorError.NotFound());
        }

        string[] keys = [.. (await reader.ListAsync(cancellationToken)).Select(d => (d.Key, Place: read.Number(form[PlacePrefix + d.Key])))
            .Where(p => p.Place is not null).OrderBy(p => p.Place).ThenBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Key)];
        await store.SetAsync(role, keys, cancellationToken);
        return TypedResults.LocalRedirect($"/dashboards/{role}?done=saved");
    }

    private static string? Text(IFormattable? value) => value?.ToString(null, CultureInfo.InvariantCulture);
}
