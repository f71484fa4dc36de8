using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Leadership.Culture.Records;
using Tajriba.Organization.Governance.Records;
using Tajriba.Ui;

namespace Tajriba.Leadership.Culture.Rituals;

/// <summary>What the page of rituals posts to.</summary>
internal static class RitualEndpoints
{
    private const string Address = "/work-culture/rituals";
    private const string DayFormat = "yyyy-MM-dd";

    public static void MapRituals(this IEndpointRouteBuilder group)
    {
        group.MapPost("/rituals/deeds/add", AddAsync).WithName("AddRitual");
        group.MapPost("/rituals/{code}/{deed}", DoAsync).WithName("ChangeRitual");
    }

    private static async Task<IResult> AddAsync(IFormCollection form, CultureBook book, RitualReader reader, ICurrentPerson person, IUnits units, Read read, CancellationToken cancellationToken)
    {
        var typed = new Typed(form, read);
        var ritual = new Ritual(typed.Line("name"), typed.Text("what"), typed.Unit("unit", units.Tree), typed.Of<Rhythm>("rhythm"), typed.NeededDay("begins"));
        return !reader.Manages(ritual.Unit) ? TypedResults.NotFound()
            : typed.Fault is { } fault ? Redirects.Wrong(Address, fault)
            : Redirects.Saved(Address, CultureKind.Ritual, await book.AddAsync(CultureKind.Ritual, "T", ritual, person.Id, cancellationToken: cancellationToken), 1);
    }

    private static async Task<IResult> DoAsync(string code, string deed, IFormCollection form, CultureBook book, RitualReader reader, RitualStore store, ICurrentPerson person, Show show, CancellationToken cancellationToken)
    {
        if (reader.All.FirstOrDefault(r => r.Code == code) is not { } kept || !reader.Manages(kept.Value.Unit))
        {
            return TypedResults.NotFound();
        }

        if (deed == "remove")
        {
            return Redirects.Saved(Address, CultureKind.Ritual, kept.Code, await book.SaveAsync<Ritual>(CultureKind.Ritual, kept.Code, Redirects.Seen(form), null, person.Id, cancellationToken: cancellationToken));
        }

        // Only a day of the ritual that has come can have been kept or missed.
        if (deed is not ("keep" or "miss" or "clear") || !DateOnly.TryParseExact(form["day"], DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            || day > show.Today || !kept.Value.Days(day, day).Any())
        {
            return Redirects.Wrong(Address, "what");
        }

        await store.MarkAsync([(kept.Code, day, deed == "clear" ? null : deed == "keep")], cancellationToken);
        return TypedResults.LocalRedirect(PageLink.With(Address, ("done", deed == "clear" ? "undone" : "marked"), ("ritual", deed == "clear" ? null : kept.Code), ("day", deed == "clear" ? null : day.ToString(DayFormat, CultureInfo.InvariantCulture))));
    }
}
