using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Organization.Governance.Records;
using Tajriba.Ui;

namespace Tajriba.Organization.Strategy;

/// <summary>Takes the last change of something back.</summary>
internal static class StrategyUndo
{
    private const string Address = "/strategy";

    public static void MapStrategyUndo(this IEndpointRouteBuilder group) => group.MapPost("/deeds/undo", UndoAsync).WithName("UndoStrategy");

    private static async Task<IResult> UndoAsync(IFormCollection form, StrategyBook book, StrategyReader reader, ICurrentPerson person, CancellationToken cancellationToken)
    {
        (string kind, string code, string back) = (form["kind"].ToString(), form["record"].ToString(), form["back"].ToString());
        if (!StrategyBook.Kinds.Contains(kind, StringComparer.Ordinal) || !reader.ManagesChange(kind, code) || !int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out int version))
        {
            return TypedResults.NotFound();
        }

        string page = back.StartsWith(Address + "/", StringComparison.Ordinal) && Typed.Path(back, default) is { } path ? path : Address;
        bool isGone = version == 1 && page.EndsWith("/" + code, StringComparison.Ordinal);
        return await book.UndoAsync(kind, code, version, person.Id, cancellationToken)
            ? TypedResults.LocalRedirect(PageLink.With(isGone ? Address + "/map" : page, ("done", "undone")))
            : Redirects.Wrong(page, "meanwhile");
    }
}
