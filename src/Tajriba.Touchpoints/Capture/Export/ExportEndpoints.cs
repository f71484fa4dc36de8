using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;
using Tajriba.Ui;

namespace Tajriba.Touchpoints.Capture.Export;

/// <summary><c>GET /api/v1/export</c>: the log as a file, streamed.</summary>
internal static class ExportEndpoints
{
    public static void MapExport(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/export", ExportAsync).RequirePermission(CapturePermissions.Export).WithName("ExportEvents").WithTags("Export")
            .WithSummary("Events as csv, jsonl, xes, ocel-json or ocel-sqlite; filtered by from, to, objectType and event (repeated).")
            .Parameters("format", "from", "to", "objectType", "event");

    private static async Task<IResult> ExportAsync(HttpContext context, Exporter exporter, ICurrentPerson person, Read read, DatabaseSettings settings, CancellationToken cancellationToken)
    {
        IQueryCollection query = context.Request.Query;
        if (!ExportFormats.TryParse(query["format"], out FileFormat format))
        {
            return Bad("Parameter 'format' must be one of: " + string.Join(", ", ExportFormats.Names) + ".");
        }

        if (!Time(query["from"], read, out DateTimeOffset? from) || !Time(query["to"], read, out DateTimeOffset? to))
        {
            return Bad("Parameters 'from' and 'to' must be dates or times.");
        }

        var filter = new ExportFilter
        {
            From = from,
            To = to,
            ObjectType = query["objectType"].ToString() is { Length: > 0 } type ? type : null,
            Names = [.. query["event"].OfType<string>().Where(e => e.Length > 0)],
            Scope = person.ScopeOf(CapturePermissions.Export),
        };
        (string ending, string mediaType) = ExportFormats.File(format);
        if (format != FileFormat.OcelSqlite)
        {
            return TypedResults.Stream(output => exporter.WriteAsync(output, format, filter, cancellationToken), mediaType, "events." + ending);
        }

        string path = Path.Combine(Directory.CreateDirectory(Path.Combine(settings.DataDirectory, "exports")).FullName, Guid.NewGuid().ToString("N"));
        await exporter.WriteSqliteAsync(path, filter, cancellationToken);
        return TypedResults.Stream(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None, 1 << 16, FileOptions.DeleteOnClose), mediaType, "events." + ending);
    }

    private static bool Time(string? text, Read read, out DateTimeOffset? time)
    {
        time = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        time = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset exact) && text.Contains('T', StringComparison.Ordinal)
            ? exact
            : read.Date(text) is { } date ? read.StartOf(date) : read.DateTime(text);
        return time is not null;
    }

    private static IResult Bad(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest);
}
