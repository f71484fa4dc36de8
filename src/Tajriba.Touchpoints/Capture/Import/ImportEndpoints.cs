using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Jobs;
using Tajriba.Touchpoints.Capture.Export.Writing;
using Tajriba.Touchpoints.Capture.Import.Mapping;
using Tajriba.Touchpoints.Capture.Import.Problems;
using Tajriba.Touchpoints.Capture.Import.Reading;

namespace Tajriba.Touchpoints.Capture.Import;

/// <summary>What the import pages post to. An import brings events of every unit, so it takes the right over all of them.</summary>
internal static class ImportEndpoints
{
    public static void MapImport(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/import").RequirePermission(CapturePermissions.Import).ExcludeFromDescription().OverEveryUnit(CapturePermissions.Import);
        group.MapPost("/upload", UploadAsync).WithName("UploadImport");
        group.MapPost("/start", StartAsync).WithName("StartImport");
        group.MapPost("/{id:long}/resume", ResumeAsync).WithName("ResumeImport");
        group.MapPost("/{id:long}/stop", StopAsync).WithName("StopImport");
        group.MapGet("/{id:long}/rejected.csv", RejectedAsync).WithName("DownloadRejectedRows");
    }

    /// <summary>Streams the file of a form straight to disk; the form's token stands before it and is checked first.</summary>
    private static async Task<IResult> UploadAsync(HttpContext context, IAntiforgery antiforgery, Uploads uploads, CancellationToken cancellationToken)
    {
        Unlimit(context);
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out MediaTypeHeaderValue? type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary)
        {
            return TypedResults.BadRequest();
        }

        var reader = new MultipartReader(boundary, context.Request.Body);
        bool trusted = false;
        while (await NextAsync(reader, cancellationToken) is { } section)
        {
            if (section.AsFormDataSection() is { } field && field.Name == antiforgery.GetTokens(context).FormFieldName)
            {
                context.Request.Headers[antiforgery.GetTokens(context).HeaderName!] = await field.GetValueAsync(cancellationToken);
                trusted = await antiforgery.IsRequestValidAsync(context);
            }
            else if (section.AsFileSection() is { FileStream: { } stream } file)
            {
                if (!trusted)
                {
                    return TypedResults.BadRequest();
                }

                try
                {
                    string token = await uploads.TakeAsync(stream, file.FileName, cancellationToken);
                    return TypedResults.LocalRedirect($"/import/file/{token}");
                }
                catch (ImportFileException e)
                {
                    return Wrong(e.Problem);
                }
            }
        }

        return Wrong(new ImportProblem(ImportFault.Empty));
    }

    private static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellationToken);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw new BadHttpRequestException("The form is broken.", e);
        }
    }

    private static IResult Wrong(ImportProblem problem) => TypedResults.LocalRedirect("/import?" + problem.ToQuery());

    private static async Task<IResult> StartAsync(
        IFormCollection form, Uploads uploads, Importer importer, MappingStore mappings, IBackgroundTasks tasks, CancellationToken cancellationToken)
    {
        string token = form["file"].ToString();
        if (uploads.Find(token) is not { } path)
        {
            return TypedResults.NotFound();
        }

        try
        {
            FileSample sample = FileSample.Of(EventFile.Open(path));
            ColumnMapping mapping = MappingForm.Read(form, await mappings.ForColumnsAsync(sample.Fingerprint, cancellationToken) ?? sample.Guess());
            ImportPlan plan = await importer.PlanAsync(path, Uploads.NameOf(path), mapping, cancellationToken);
            if (form["save"].ToString().Trim() is { Length: > 0 and <= 100 } name)
            {
                await mappings.SaveAsync(name, sample.Fingerprint, mapping, cancellationToken);
            }

            if (plan.Kind == ImportPlanKind.AlreadyDone)
            {
                uploads.Forget(token);
                return TypedResults.LocalRedirect($"/import/{plan.Import.Id}?done=known");
            }

            await tasks.AddAsync(ImportTask.TaskKind, plan.Import.Id.ToString(CultureInfo.InvariantCulture), cancellationToken);
            return TypedResults.LocalRedirect($"/import/{plan.Import.Id}");
        }
        catch (ImportFileException e)
        {
            return TypedResults.LocalRedirect($"/import/file/{token}?{e.Problem.ToQuery()}&{MappingForm.ToQuery(form)}");
        }
    }

    private static async Task<IResult> ResumeAsync(long id, IFormCollection form, ImportStore store, IBackgroundTasks tasks, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } record)
        {
            return TypedResults.NotFound();
        }

        if (record.State != ImportState.Done)
        {
            await tasks.AddAsync(ImportTask.TaskKind, id.ToString(CultureInfo.InvariantCulture), cancellationToken);
        }

        return TypedResults.LocalRedirect($"/import/{id}");
    }

    private static async Task<IResult> StopAsync(long id, IFormCollection form, IBackgroundTasks tasks, CancellationToken cancellationToken)
    {
        foreach (BackgroundTask task in await tasks.ListAsync(ImportTask.TaskKind, 100, cancellationToken))
        {
            if (task.Argument == id.ToString(CultureInfo.InvariantCulture) && !task.HasEnded)
            {
                await tasks.CancelAsync(task.Id, cancellationToken);
            }
        }

        return TypedResults.LocalRedirect($"/import/{id}");
    }

    private static async Task<IResult> RejectedAsync(long id, ImportStore store, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is null)
        {
            return TypedResults.NotFound();
        }

        var text = new StringBuilder("row,reason,text\r\n");
        foreach (RejectedRow row in await store.RejectedAsync(id, 0, ImportStore.MaxRejectedKept, cancellationToken))
        {
            text.Append(CultureInfo.InvariantCulture, $"{row.Row},{row.Reason},{CsvWriter.Cell(row.Raw)}\r\n");
        }

        return TypedResults.File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", $"rejected-{id}.csv");
    }

    internal static void Unlimit(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }
    }
}
