using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;
using Tajriba.Experience.Indicators.Measure;
using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Experience.Indicators.View;

/// <summary>Takes what a person typed into a filter form, in any digits and calendar, and leads to the address that says the same.</summary>
internal static class FilterEndpoints
{
    public static void MapView(this IEndpointRouteBuilder routes)
        => routes.MapGet("/indicators/filter", Go).RequirePermission(IndicatorPermissions.View).ExcludeFromDescription().WithName("FilterIndicators");

    private static IResult Go(HttpContext http, Read read)
    {
        var target = http.Request.Query["page"].ToString();
        var typed = http.Request.Query.Where(p => p.Key != "page")
            .SelectMany(p => p.Value.Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => Canonical(p.Key, v!, read)))
            .GroupBy(p => p.Name).Select(g => KeyValuePair.Create(g.Key, new StringValues(g.Last().Value)));
        if (!target.StartsWith("/indicators", StringComparison.Ordinal) && !target.StartsWith("/dashboards/", StringComparison.Ordinal))
        {
            return IndicatorProblems.Of(new IndicatorError.BadParameter("page", "It is the address of a page of this room."));
        }

        return IndicatorQuery.Parse(typed, out var error) is { } state
            ? TypedResults.LocalRedirect(target + IndicatorQuery.Format(state))
            : IndicatorProblems.Of(error!);
    }

    /// <summary>A day in any calendar as the address writes it; one list chooses among attributes by <c>name=value</c>.</summary>
    private static (string Name, string Value) Canonical(string name, string value, Read read) => name switch
    {
        "from" or "to" => (name, read.Date(value)?.ToString("yyyy-MM-dd") ?? value),
        "where" when value.IndexOf('=', StringComparison.Ordinal) is > 0 and var at => (value[..at], value[(at + 1)..]),
        _ => (name, value),
    };
}
