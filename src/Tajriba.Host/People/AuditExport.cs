using System.Globalization;
using System.Text;
using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Host.People;

internal static class AuditExport
{
    private const int Batch = 1000;

    public static void MapAuditExport(this IEndpointRouteBuilder routes)
        => routes.MapGet("/audit/export.csv", ExportAsync)
            .WithName("ExportAudit")
            .WithSummary("The audit trail as CSV, newest first, as filtered.")
            .ExcludeFromDescription()
            .RequirePermission(AccessPermissions.ViewAudit);

    private static IResult ExportAsync(
        IAuditReader audit, ICurrentPerson viewer, Read read, string? action, string? person, string? from, string? until)
    {
        if (!viewer.ScopeOf(AccessPermissions.ViewAudit).IsEverything)
        {
            return Results.NotFound();
        }

        var query = AuditFilter.Of(read, person, action, from, until, null);
        return Results.Stream(stream => WriteAsync(audit, query, stream), "text/csv; charset=utf-8", "audit.csv");
    }

    private static async Task WriteAsync(IAuditReader audit, AuditQuery query, Stream stream)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await writer.WriteAsync("id,time,person_id,person,action,subject,details\r\n");
        IReadOnlyList<AuditEntry> entries;
        do
        {
            entries = await audit.ReadAsync(query, Batch);
            foreach (var entry in entries)
            {
                await writer.WriteAsync(Line(entry));
            }

            query = query with { BeforeId = entries.Count > 0 ? entries[^1].Id : null };
        }
        while (entries.Count == Batch);
    }

    private static string Line(AuditEntry entry)
        => string.Join(',', entry.Id, entry.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture), entry.PersonId,
            Cell(entry.PersonName), Cell(entry.Action), Cell(entry.Subject), Cell(entry.Details)) + "\r\n";

    /// <summary>A cell that no spreadsheet takes for a formula.</summary>
    internal static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var safe = text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' ? "'" + text : text;
        return $"\"{safe.Replace("\"", "\"\"")}\"";
    }
}
