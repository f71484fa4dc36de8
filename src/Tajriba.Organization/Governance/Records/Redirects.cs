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

    /// <summary>Takes the last deed of a room back, which a form names, and leads to where it was done.</summary>
    /// <param name="form">What, which version of it, and where the person was.</param>
    /// <param name="book">Where it is kept.</param>
    /// <param name="address">The room's first page, to which everything else leads.</param>
    /// <param name="mayChange">Whether a record, by kind and code, is there and the person may change it.</param>
    /// <param name="by">Id of the person.</param>
    /// <param name="listOf">Where a record was listed that is gone now, by what stood before its code; that itself where not said.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<IResult> UndoneAsync(
        IFormCollection form, RecordBook book, string address, Func<string, string, bool> mayChange, long by, Func<string, string>? listOf = null, CancellationToken cancellationToken = default)
    {
        (string kind, string code, string back) = (form["kind"].ToString(), form["record"].ToString(), form["back"].ToString());
        if (!mayChange(kind, code) || !int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out int version))
        {
            return TypedResults.NotFound();
        }

        string page = back.StartsWith(address, StringComparison.Ordinal) && (back.Length == address.Length || back[address.Length] == '/') && Typed.Path(back, default) is { } path ? path : address;
        if (!await book.UndoAsync(kind, code, version, by, cancellationToken))
        {
            return Wrong(page, "meanwhile");
        }

        string? list = version == 1 && page.EndsWith("/" + code, StringComparison.Ordinal) ? page[..^(code.Length + 1)] : null;
        return TypedResults.LocalRedirect(PageLink.With(list is null ? page : listOf?.Invoke(list) ?? list, ("done", "undone")));
    }

    internal static void MapUndo(this IEndpointRouteBuilder group) => group.MapPost("/undo", UndoAsync).WithName("UndoGovernance");

    private static Task<IResult> UndoAsync(IFormCollection form, GovernanceBook book, GovernanceReader reader, ICurrentPerson person, CancellationToken cancellationToken)
        => UndoneAsync(form, book, Address, (kind, code) => RecordKind.All.Contains(kind, StringComparer.Ordinal) && reader.Manages(kind, code), person.Id, null, cancellationToken);
}
