using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Organization.Governance.Records;

namespace Tajriba.Organization.Strategy;

/// <summary>Takes the last change of something back.</summary>
internal static class StrategyUndo
{
    private const string Address = "/strategy";

    public static void MapStrategyUndo(this IEndpointRouteBuilder group) => group.MapPost("/deeds/undo", UndoAsync).WithName("UndoStrategy");

    private static Task<IResult> UndoAsync(IFormCollection form, StrategyBook book, StrategyReader reader, ICurrentPerson person, CancellationToken cancellationToken)
        => Redirects.UndoneAsync(form, book, Address, (kind, code) => StrategyBook.Kinds.Contains(kind, StringComparer.Ordinal) && reader.ManagesChange(kind, code), person.Id, _ => Address + "/map", cancellationToken);
}
