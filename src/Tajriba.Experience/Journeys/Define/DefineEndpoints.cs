using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Experience.Journeys.Storage;
using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Experience.Journeys.Define;

/// <summary>Saving, archiving and restoring definitions, from pages.</summary>
internal static class DefineEndpoints
{
    public static void MapDefine(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/journeys").RequirePermission(JourneyPermissions.Define).ExcludeFromDescription();
        group.MapPost("/save", SaveAsync).WithName("SaveJourney");
        group.MapPost("/archive", ArchiveAsync).WithName("ArchiveJourney");
        group.MapPost("/restore", RestoreAsync).WithName("RestoreJourney");
    }

    private static async Task<IResult> SaveAsync(IFormCollection form, JourneyReader reader, JourneyStore store, Read read, CancellationToken cancellationToken)
    {
        var definition = DefinitionForm.Parse(form, read);
        if (definition.Id != 0 && (await reader.FindAsync(definition.Id, cancellationToken) is not { } before || !reader.Defines(before)))
        {
            return JourneyProblems.Of(new JourneyError.NotFound());
        }

        if (!reader.Defines(definition))
        {
            return JourneyProblems.Of(new JourneyError.Invalid("unit", "OutOfRange"));
        }

        if (DefinitionRules.Broken(definition) is { } broken)
        {
            return TypedResults.LocalRedirect(DefinitionLink.To(definition, broken));
        }

        var saved = await store.SaveAsync(definition, cancellationToken);
        return TypedResults.LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/journeys/{saved.Id}?done=saved"));
    }

    private static async Task<IResult> ArchiveAsync(IFormCollection form, JourneyReader reader, JourneyStore store, CancellationToken cancellationToken)
    {
        var id = IdIn(form);
        if (await reader.FindAsync(id, cancellationToken) is not { } definition || !reader.Defines(definition))
        {
            return JourneyProblems.Of(new JourneyError.NotFound());
        }

        await store.ArchiveAsync(id, cancellationToken);
        return TypedResults.LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/journeys?done=archived&undo={id}"));
    }

    private static async Task<IResult> RestoreAsync(IFormCollection form, JourneyReader reader, JourneyStore store, CancellationToken cancellationToken)
    {
        var id = IdIn(form);
        if (await store.FindAnyAsync(id, cancellationToken) is not { } definition || !reader.Defines(definition))
        {
            return JourneyProblems.Of(new JourneyError.NotFound());
        }

        await store.RestoreAsync(id, cancellationToken);
        return TypedResults.LocalRedirect("/journeys?done=restored");
    }

    private static long IdIn(IFormCollection form)
        => long.TryParse(form["id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
}
