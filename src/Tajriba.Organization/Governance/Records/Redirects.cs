using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Organization.Governance.Records;

/// <summary>Where a deed leads afterwards, and how the last one is taken back.</summary>
public static class Redirects
{
    private const string Address = "/governance";

    /// <summary>Leads back with what was done and how it can be undone; with that somebody else was quicker where nothing was saved.</summary>
    public static IResult Saved(string page, string kind, string code, int? version) => version is { } saved
        ? TypedResults.LocalRedirect(PageLink.With(page, ("done", "saved"), ("wrong", null), ("kind", kind), ("record", code), ("version", saved.ToString(CultureInfo.InvariantCulture))))
        : Wrong(page, "meanwhile");

    /// <summary>Leads to the page of what was just written down.</summary>
    public static async Task<IResult> AddedAsync(string list, string kind, Task<string> adding)
    {
        string code = await adding;
        return Saved($"{list}/{code}", kind, code, 1);
    }

    /// <summary>Leads back with the field that could not be read.</summary>
    public static IResult Wrong(string page, string fault) => TypedResults.LocalRedirect(PageLink.With(page, ("wrong", fault), ("done", null)));

    /// <summary>The version that a form starts from; -1 where it does not say.</summary>
    public static int Seen(IFormCollection form) => int.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out int seen) ? seen : -1;

    internal static void MapUndo(this IEndpointRouteBuilder group) => group.MapPost("/undo", UndoAsync).WithName("UndoGovernance");

    private static async Task<IResult> UndoAsync(IFormCollection form, GovernanceBook book, GovernanceReader reader, ICurrentPerson person, CancellationToken cancellationToken)
    {
        (string kind, string code, string back) = (form["kind"].ToString(), form["record"].ToString(), form["back"].ToString());
        if (!RecordKind.All.Contains(kind, StringComparer.Ordinal) || !reader.Manages(kind, code) || !int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out int version))
        {
            return TypedResults.NotFound();
        }

        string page = back.StartsWith(Address, StringComparison.Ordinal) && (back.Length == Address.Length || back[Address.Length] == '/') && Typed.Path(back, default) is { } path ? path : Address;
        bool isGone = version == 1;
        return await book.UndoAsync(kind, code, version, person.Id, cancellationToken)
            ? TypedResults.LocalRedirect(PageLink.With(isGone && page.EndsWith("/" + code, StringComparison.Ordinal) ? page[..^(code.Length + 1)] : page, ("done", "undone")))
            : Wrong(page, "meanwhile");
    }
}
