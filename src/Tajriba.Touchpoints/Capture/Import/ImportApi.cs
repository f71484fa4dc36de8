using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Jobs;
using Tajriba.Touchpoints.Capture.Import.Mapping;
using Tajriba.Touchpoints.Capture.Import.Problems;
using Tajriba.Touchpoints.Capture.Import.Reading;
using Tajriba.Ui;

namespace Tajriba.Touchpoints.Capture.Import;

/// <summary><c>/api/v1/imports</c>.</summary>
internal static class ImportApi
{
    public static void MapImportApi(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/api/v1/imports").RequirePermission(CapturePermissions.Import).WithTags("Imports").OverEveryUnit(CapturePermissions.Import);
        group.MapGet("", ListAsync).WithName("ListImports").WithSummary("Imports, newest first.").Parameters("limit");
        group.MapGet("/{id:long}", GetAsync).WithName("GetImport").WithSummary("One import and how far it is.").Parameters();
        group.MapGet("/{id:long}/rejected", RejectedAsync).WithName("ListRejectedRows").WithSummary("Rows that were not taken, with reason and text.").Parameters("after", "limit");
        group.MapPost("", PostAsync).WithName("CreateImport").WithSummary("Imports the request's body: CSV, JSON lines, XES or OCEL 2.0.")
            .Accepts<byte[]>("application/octet-stream").DisableAntiforgery().Parameters("mapping", "name");
    }

    private static async Task<IResult> ListAsync(ImportStore store, int? limit, CancellationToken cancellationToken) =>
        TypedResults.Ok((await store.ListAsync(Math.Clamp(limit ?? 50, 1, 500), cancellationToken)).Select(ImportAnswer.Of));

    private static async Task<IResult> GetAsync(long id, ImportStore store, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) is { } record ? TypedResults.Ok(ImportAnswer.Of(record)) : TypedResults.NotFound();

    private static async Task<IResult> RejectedAsync(long id, long? after, int? limit, ImportStore store, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) is null
            ? TypedResults.NotFound()
            : TypedResults.Ok((await store.RejectedAsync(id, after ?? 0, Math.Clamp(limit ?? 100, 1, 1_000), cancellationToken))
                .Select(r => new { row = r.Row, reason = r.Reason.ToString(), text = r.Raw }));

    private static async Task<IResult> PostAsync(
        HttpContext context, string? mapping, string? name, Uploads uploads, Importer importer, MappingStore mappings, IBackgroundTasks tasks, CancellationToken cancellationToken)
    {
        // A form could be sent by any page that the person looks at; a body of this type cannot.
        if (context.Request.ContentType?.StartsWith("application/octet-stream", StringComparison.OrdinalIgnoreCase) != true)
        {
            return TypedResults.Problem("Send the file as application/octet-stream.", statusCode: StatusCodes.Status415UnsupportedMediaType);
        }

        ImportEndpoints.Unlimit(context);
        string? token = null;
        try
        {
            token = await uploads.TakeAsync(context.Request.Body, name ?? "upload", cancellationToken);
            string path = uploads.Find(token)!;
            FileSample sample = FileSample.Of(EventFile.Open(path));
            ColumnMapping columns = mapping is null
                ? await mappings.ForColumnsAsync(sample.Fingerprint, cancellationToken) ?? sample.Guess()
                : await mappings.FindAsync(mapping, cancellationToken) ?? throw new ImportFileException(ImportFault.UnknownMapping, mapping);
            ImportPlan plan = await importer.PlanAsync(path, Uploads.NameOf(path), columns, cancellationToken);
            if (plan.Kind == ImportPlanKind.AlreadyDone)
            {
                uploads.Forget(token);
            }
            else
            {
                await tasks.AddAsync(ImportTask.TaskKind, plan.Import.Id.ToString(CultureInfo.InvariantCulture), cancellationToken);
            }

            return TypedResults.Accepted($"/api/v1/imports/{plan.Import.Id}", ImportAnswer.Of(plan.Import));
        }
        catch (ImportFileException e)
        {
            uploads.Forget(token);
            return TypedResults.Problem(e.Message, statusCode: StatusCodes.Status400BadRequest);
        }
    }
}
