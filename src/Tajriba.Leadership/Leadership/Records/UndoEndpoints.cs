using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Organization.Governance.Records;
using Tajriba.Ui;

namespace Tajriba.Leadership.Leadership.Records;

/// <summary>Takes the last deed back.</summary>
internal static class UndoEndpoints
{
    private const string Address = "/leadership";

    public static void MapUndo(this IEndpointRouteBuilder group) => group.MapPost("/undo", UndoAsync).WithName("UndoLeadership");

    private static async Task<IResult> UndoAsync(IFormCollection form, LeadershipBook book, LeadershipReader reader, ICurrentPerson person, CancellationToken cancellationToken)
    {
        (string kind, string code, string back) = (form["kind"].ToString(), form["record"].ToString(), form["back"].ToString());
        if (!LeadershipKind.All.Contains(kind, StringComparer.Ordinal) || !reader.Writes(kind, code) || !int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out int version))
        {
            return TypedResults.NotFound();
        }

        string page = back.StartsWith(Address, StringComparison.Ordinal) && (back.Length == Address.Length || back[Address.Length] == '/') && Typed.Path(back, default) is { } path ? path : Address;
        bool isGone = version == 1 && page.EndsWith("/" + code, StringComparison.Ordinal);
        return await book.UndoAsync(kind, code, version, person.Id, cancellationToken)
            ? TypedResults.LocalRedirect(PageLink.With(isGone ? ListOf(page[..^(code.Length + 1)]) : page, ("done", "undone")))
            : Redirects.Wrong(page, "meanwhile");
    }

    /// <summary>The list of leaders is the room's first page.</summary>
    private static string ListOf(string folder) => folder == Address + "/leaders" ? Address : folder;
}
