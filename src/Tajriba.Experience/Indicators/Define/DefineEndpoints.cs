using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Experience.Indicators.Storage;
using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Experience.Indicators.Define;

/// <summary>Saving, archiving and restoring definitions, from pages.</summary>
internal static class DefineEndpoints
{
    public static void MapDefine(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/indicators/definitions").RequirePermission(IndicatorPermissions.Define).ExcludeFromDescription();
        group.MapPost("/save", SaveAsync).WithName("SaveIndicator");
        group.MapPost("/add", AddAsync).WithName("AddIndicators");
        group.MapPost("/archive", ArchiveAsync).WithName("ArchiveIndicator");
        group.MapPost("/restore", RestoreAsync).WithName("RestoreIndicator");
        group.MapPost("/undo", UndoAsync).WithName("UndoIndicator");
    }

    private static async Task<IResult> SaveAsync(IFormCollection form, IndicatorReader reader, IndicatorStore store, Read read, CancellationToken cancellationToken)
    {
        IndicatorDefinition? before = null;
        if (form["was"].ToString() is { Length: > 0 } was)
        {
            before = await reader.FindAsync(was, cancellationToken: cancellationToken);
            if (before is null || !reader.Defines(before))
            {
                return IndicatorProblems.Of(new IndicatorError.NotFound());
            }
        }

        var definition = IndicatorForm.Parse(form, read, before);
        var broken = IndicatorRules.Broken(definition) ?? (reader.Defines(definition) ? null : new IndicatorError.Invalid("unit", "OutOfRange"));
        var saved = broken is null ? await store.SaveAsync(definition, cancellationToken) : null;
        return saved is not null
            ? TypedResults.LocalRedirect($"/indicators/{saved.Key}?done=saved&undo={saved.Version}")
            : TypedResults.LocalRedirect(DraftLink.To(definition, before is not null, broken ?? new IndicatorError.Invalid("key", "Taken")));
    }

    private static async Task<IResult> AddAsync(IFormCollection form, IndicatorReader reader, IndicatorStore store, CancellationToken cancellationToken)
    {
        IndicatorDefinition[] wanted = [.. form["template"].Select(IndicatorTemplates.Find).OfType<IndicatorDefinition>().Where(reader.Defines)];
        await store.AddAsync(wanted, cancellationToken);
        return TypedResults.LocalRedirect("/indicators?done=added");
    }

    private static async Task<IResult> ArchiveAsync(IFormCollection form, IndicatorReader reader, IndicatorStore store, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(form["key"].ToString(), cancellationToken: cancellationToken) is not { } definition || !reader.Defines(definition))
        {
            return IndicatorProblems.Of(new IndicatorError.NotFound());
        }

        await store.SetArchivedAsync(definition, true, cancellationToken);
        return TypedResults.LocalRedirect($"/indicators?done=archived&undo={definition.Key}");
    }

    private static async Task<IResult> RestoreAsync(IFormCollection form, IndicatorReader reader, IndicatorStore store, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(form["key"].ToString(), archived: true, cancellationToken) is not { } definition || !reader.Defines(definition))
        {
            return IndicatorProblems.Of(new IndicatorError.NotFound());
        }

        await store.SetArchivedAsync(definition, false, cancellationToken);
        return TypedResults.LocalRedirect("/indicators?done=restored");
    }

    /// <summary>Makes the version before the current one the next.</summary>
    private static async Task<IResult> UndoAsync(IFormCollection form, IndicatorReader reader, IndicatorStore store, IndicatorDefinitions definitions, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(form["key"].ToString(), cancellationToken: cancellationToken) is not { Version: > 1 } current || !reader.Defines(current)
            || await definitions.VersionAsync(current.Id, current.Version - 1, cancellationToken) is not { } before || !reader.Defines(before))
        {
            return IndicatorProblems.Of(new IndicatorError.NotFound());
        }

        await store.SaveAsync(before, cancellationToken);
        return TypedResults.LocalRedirect($"/indicators/{current.Key}?done=undone");
    }
}
