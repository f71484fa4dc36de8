using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Organization.Governance.Records;

namespace Tajriba.Leadership.Leadership.Records;

/// <summary>Takes the last deed back.</summary>
internal static class UndoEndpoints
{
    private const string Address = "/leadership";

    public static void MapUndo(this IEndpointRouteBuilder group) => group.MapPost("/undo", UndoAsync).WithName("UndoLeadership");

    private static Task<IResult> UndoAsync(IFormCollection form, LeadershipBook book, LeadershipReader reader, ICurrentPerson person, CancellationToken cancellationToken)
        => Redirects.UndoneAsync(form, book, Address, (kind, code) => LeadershipKind.All.Contains(kind, StringComparer.Ordinal) && reader.Writes(kind, code), person.Id, ListOf, cancellationToken);

    /// <summary>The list of leaders is the room's first page.</summary>
    private static string ListOf(string folder) => folder == Address + "/leaders" ? Address : folder;
}
