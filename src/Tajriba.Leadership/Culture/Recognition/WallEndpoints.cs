using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Organization.Governance.Records;
using Tajriba.Ui;

namespace Tajriba.Leadership.Culture.Recognition;

/// <summary>What the wall posts to.</summary>
internal static class WallEndpoints
{
    private const string Address = "/work-culture";

    public static void MapWall(this IEndpointRouteBuilder group)
    {
        group.MapPost("/wall/deeds/post", PostAsync).WithName("PostRecognition");
        group.MapPost("/wall/{id:long}/{deed}", DoAsync).WithName("ChangeRecognition");
    }

    private static async Task<IResult> PostAsync(HttpContext http, IFormCollection form, NoteStore notes, Colleagues colleagues, ICurrentPerson person, IUnits units, Read read, CancellationToken cancellationToken)
    {
        var typed = new Typed(form, read);
        string text = typed.Needed("text");
        Quality quality = typed.Of<Quality>("quality");
        string? path = form["path"].ToString().Trim() is { Length: > 0 } given ? Typed.Path(given, http.Request.Host) ?? typed.Wrong<string?>("path", null) : null;
        string to = form["to"].ToString();
        long? toPerson = to.StartsWith("p:", StringComparison.Ordinal) && long.TryParse(to.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out long id)
            && id != person.Id && (await colleagues.NamesAsync(cancellationToken)).ContainsKey(id) ? id : null;
        string? toUnit = to.StartsWith("u:", StringComparison.Ordinal) ? units.Tree.Find(to[2..])?.Code : null;
        if (toPerson is null && toUnit is null)
        {
            typed.Wrong("to", 0);
        }

        if (text.Length > Note.LongestText)
        {
            typed.Wrong("text", 0);
        }

        // Thanks are everybody's; that something was reached is said by whoever answers for the unit.
        if (quality == Quality.Achievement && !person.ScopeOf(CulturePermissions.Manage).Contains(toUnit))
        {
            typed.Wrong("quality", 0);
        }

        if (typed.Fault is { } fault)
        {
            return TypedResults.LocalRedirect(PageLink.With(Address, ("wrong", fault)) + "#thank");
        }

        long? posted = await notes.PostAsync(new(person.Id, toPerson, toUnit, quality, text, path), cancellationToken);
        return TypedResults.LocalRedirect(PageLink.With(Address, ("done", "posted"), ("note", posted?.ToString(CultureInfo.InvariantCulture))));
    }

    private static async Task<IResult> DoAsync(long id, string deed, IFormCollection form, NoteStore notes, ICurrentPerson person, CancellationToken cancellationToken)
    {
        if (await notes.FindAsync(id, cancellationToken) is not { } note || (note.IsWithdrawn && deed != "restore"))
        {
            return TypedResults.NotFound();
        }

        string number = id.ToString(CultureInfo.InvariantCulture);
        switch (deed)
        {
            case "cheer":
                await notes.CheerAsync(id, person.Id, cancellationToken);
                return TypedResults.LocalRedirect(PageLink.With(Address, ("quality", Enum.TryParse(form["quality"], out Quality of) ? of.ToString() : null), ("page", int.TryParse(form["page"], NumberStyles.None, CultureInfo.InvariantCulture, out int page) && page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null)) + "#note-" + number);
            case "withdraw" or "restore" when MayWithdraw(note, person):
                await notes.WithdrawAsync(id, deed == "withdraw", cancellationToken);
                return TypedResults.LocalRedirect(PageLink.With(Address, ("done", deed == "withdraw" ? "withdrawn" : "restored"), ("note", number)));
            default:
                return TypedResults.NotFound();
        }
    }

    /// <summary>Whoever wrote it, whom it names, and whoever keeps the wall.</summary>
    internal static bool MayWithdraw(Note note, ICurrentPerson person)
        => note.From == person.Id || note.To == person.Id || person.ScopeOf(CulturePermissions.Manage).IsEverything;
}
