using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Organization.Governance.Records;
using Tajriba.Ui;

namespace Tajriba.Organization.Governance.Stages;

/// <summary>What the page of stages posts to.</summary>
internal static class StageEndpoints
{
    private const string Address = "/governance/stages";

    public static void MapStages(this IEndpointRouteBuilder group) => group.MapPost("/stages/save", SaveAsync).WithName("SetGovernanceStage");

    private static async Task<IResult> SaveAsync(IFormCollection form, GovernanceBook book, GovernanceReader reader, ICurrentPerson person, Read read, CancellationToken cancellationToken)
    {
        if (!reader.Manages(null))
        {
            return TypedResults.NotFound();
        }

        var typed = new Typed(form, read);
        var model = new OperatingModel(typed.Of<OperatingStage>("stage"), [.. StageReader.Said.Where(s => form["met"].Contains(s))]);
        return typed.Fault is { } fault ? Redirects.Wrong(Address, fault)
            : Redirects.Saved(Address, RecordKind.Stage, StageReader.Code, await book.SaveAsync(RecordKind.Stage, StageReader.Code, Redirects.Seen(form), model, person.Id, cancellationToken: cancellationToken));
    }
}
