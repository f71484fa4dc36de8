using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Leadership.Culture.Rituals;
using Tajriba.Organization.Governance.Records;

namespace Tajriba.Leadership.Culture.Records;

/// <summary>Takes the last deed back.</summary>
internal static class CultureUndo
{
    private const string Address = "/work-culture";

    public static void MapUndo(this IEndpointRouteBuilder group) => group.MapPost("/records/undo", UndoAsync).WithName("UndoCulture");

    private static Task<IResult> UndoAsync(IFormCollection form, CultureBook book, ICurrentPerson person, CancellationToken cancellationToken)
        => Redirects.UndoneAsync(
            form, book, Address, (kind, code) => CultureKind.All.Contains(kind, StringComparer.Ordinal) && book.VersionOf(kind, code) > 0 && Manages(kind, code, book, person), person.Id, null, cancellationToken);

    /// <summary>Rituals are the unit's that keeps them, all else the organization's.</summary>
    private static bool Manages(string kind, string code, CultureBook book, ICurrentPerson person)
        => person.ScopeOf(CulturePermissions.Manage).Contains(kind == CultureKind.Ritual ? book.LastOf<Ritual>(kind, code)?.Unit : null);
}
