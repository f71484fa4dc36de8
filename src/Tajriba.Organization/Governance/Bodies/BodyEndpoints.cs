using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Organization.Governance.Records;
using Tajriba.Ui;

namespace Tajriba.Organization.Governance.Bodies;

/// <summary>What the pages of bodies post to.</summary>
internal static class BodyEndpoints
{
    private const string Address = "/governance/bodies";

    public static void MapBodies(this IEndpointRouteBuilder group)
    {
        group.MapPost("/bodies/deeds/add", AddAsync).WithName("AddGovernanceBody");
        group.MapPost("/bodies/{code}/{deed}", DoAsync).WithName("ChangeGovernanceBody");
    }

    private static async Task<IResult> AddAsync(IFormCollection form, GovernanceBook book, GovernanceReader reader, ICurrentPerson person, IUnits units, Read read, CancellationToken cancellationToken)
    {
        var typed = new Typed(form, read);
        Body body = Parse(typed, units, []);
        if (!reader.Manages(body.Unit))
        {
            return TypedResults.NotFound();
        }

        return typed.Fault is { } fault ? Redirects.Wrong(Address, fault)
            : await Redirects.AddedAsync(Address, RecordKind.Body, book.AddAsync(RecordKind.Body, "B", body, person.Id, cancellationToken: cancellationToken));
    }

    private static async Task<IResult> DoAsync(string code, string deed, IFormCollection form, GovernanceBook book, GovernanceReader reader, IPeople people, ICurrentPerson person, IUnits units, Read read, CancellationToken cancellationToken)
    {
        if (reader.Body(code) is not { } kept || !reader.Manages(kept.Value.Unit))
        {
            return TypedResults.NotFound();
        }

        string page = $"{Address}/{kept.Code}";
        var typed = new Typed(form, read);
        Body? changed = deed switch
        {
            "save" => Parse(typed, units, kept.Value.Members),
            "seat" => await SeatAsync(typed, kept.Value, people, cancellationToken),
            "unseat" => kept.Value.Without(typed.Person("person") ?? 0),
            _ => typed.Wrong<Body?>("what", null),
        };
        if (changed is not null && !reader.Manages(changed.Unit))
        {
            return TypedResults.NotFound();
        }

        return typed.Fault is { } fault ? Redirects.Wrong(page, fault)
            : Redirects.Saved(page, RecordKind.Body, kept.Code, await book.SaveAsync(RecordKind.Body, kept.Code, Redirects.Seen(form), changed, person.Id, cancellationToken: cancellationToken));
    }

    private static Body Parse(Typed typed, IUnits units, IReadOnlyList<Member> members)
        => new(typed.Line("name"), typed.Of<BodyKind>("is"), typed.Unit("unit", units.Tree), typed.Text("mandate"), typed.Lines("rights", 30), typed.Of<Cadence>("cadence"), members);

    private static async Task<Body?> SeatAsync(Typed typed, Body body, IPeople people, CancellationToken cancellationToken)
        => typed.Person("person") is { } id && body.Members.Count < Body.MostMembers && await people.FindAsync(id, cancellationToken) is not null
            ? body.With(new(id, typed.Of<Seat>("seat")))
            : typed.Wrong<Body?>("person", null);
}
