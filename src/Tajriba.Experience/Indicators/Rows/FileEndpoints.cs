using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Experience.Indicators.Measure;
using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Experience.Indicators.Rows;

/// <summary>Figures and the rows behind them as files.</summary>
internal static class FileEndpoints
{
    private const string Csv = "text/csv; charset=utf-8";

    public static void MapFiles(this IEndpointRouteBuilder routes)
    {
        var files = routes.MapGroup("/indicators/{key}").RequirePermission(IndicatorPermissions.View).ExcludeFromDescription();
        files.MapGet("/export.csv", ExportAsync).WithName("ExportIndicatorCsv");
        files.MapGet("/rows.csv", RowsAsync).WithName("ExportIndicatorRowsCsv");
    }

    private static Task<IResult> ExportAsync(string key, HttpContext http, IndicatorReader reader, Show show) => IndicatorRequest.AnswerAsync(
        key,
        http,
        reader,
        async (definition, state) =>
        {
            var text = new StringBuilder(CsvLine.Of("indicator", "cut", "from", "to", "n", "value", "lower95", "upper95", "enough"));
            var report = await reader.ReportAsync(definition, state, show.Reader.Calendar, http.RequestAborted);
            Append(text, definition, "all", report.Days.From, report.Days.To, report.Value);
            foreach (var point in report.Points)
            {
                Append(text, definition, "period", point.From, point.To, point.Value);
            }

            if (state.By is { } by)
            {
                foreach (var group in await reader.GroupsAsync(definition, state, by, http.RequestAborted))
                {
                    Append(text, definition, by + ": " + group.Code, report.Days.From, report.Days.To, group.Value);
                }
            }

            return TypedResults.File(Encoding.UTF8.GetBytes(text.ToString()), Csv, definition.Key + ".csv");
        });

    private static Task<IResult> RowsAsync(string key, HttpContext http, IndicatorReader reader, IndicatorRows rows) => IndicatorRequest.AnswerAsync(
        key,
        http,
        reader,
        (definition, state) => Task.FromResult<IResult>(TypedResults.Stream(
            async stream =>
            {
                await using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
                await writer.WriteAsync(CsvLine.Of("position", "time", "event", "value", "unit", "channel", "customer", "attributes"));
                await foreach (var page in rows.ReadAllAsync(definition, state, HitOf(http), http.RequestAborted))
                {
                    foreach (var row in page)
                    {
                        await writer.WriteAsync(CsvLine.Of(
                            Text(row.Position), row.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture), row.Event, Text(row.Value), row.Unit, row.Channel, row.Customer, row.Attributes));
                    }
                }
            },
            Csv,
            definition.Key + "-rows.csv")),
        "hit",
        "page");

    internal static bool? HitOf(HttpContext http) => http.Request.Query["hit"].ToString() switch { "yes" => true, "no" => false, _ => null };

    private static void Append(StringBuilder text, IndicatorDefinition definition, string cut, DateOnly from, DateOnly to, IndicatorValue value)
        => text.Append(CsvLine.Of(
            definition.Key, cut, from.ToString("yyyy-MM-dd"), to.ToString("yyyy-MM-dd"), Text(value.Count), Text(value.Value), Text(value.Lower), Text(value.Upper), value.IsEnough ? "yes" : "no"));

    private static string? Text(IFormattable? value) => value?.ToString(null, CultureInfo.InvariantCulture);
}
