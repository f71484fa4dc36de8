using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Leadership.Leadership.Records;
using Tajriba.Organization.Governance.Records;
using Tajriba.Ui;

namespace Tajriba.Leadership.Leadership.Leaders;

/// <summary>What the pages of leaders post to.</summary>
internal static class LeaderEndpoints
{
    private const string Address = "/leadership";
    private const string Prefix = "L";
    private const decimal MostHours = 744;

    public static void MapLeaders(this IEndpointRouteBuilder group)
    {
        group.MapPost("/leaders/deeds/add", AddAsync).WithName("AddLeader");
        group.MapPost("/leaders/{code}/{deed}", DoAsync).WithName("ChangeLeader");
    }

    private static async Task<IResult> AddAsync(IFormCollection form, LeadershipBook book, LeadershipReader reader, ICurrentPerson person, IUnits units, PersonNames names, Read read, CancellationToken cancellationToken)
    {
        var typed = new Typed(form, read);
        Leader made = Parse(typed, units, new(0, "", null, default, 0));
        if (!reader.Manages(made.Unit))
        {
            return TypedResults.NotFound();
        }

        string chosen = form["person"].ToString();
        made = made with { Person = (await names.ChoicesAsync(cancellationToken)).Any(c => c.Value == chosen) && typed.Person("person") is { } id ? id : typed.Wrong("person", 0L) };
        return typed.Fault is { } fault ? Redirects.Wrong(Address, fault)
            : await Redirects.AddedAsync(Address + "/leaders", LeadershipKind.Leader, book.AddAsync(LeadershipKind.Leader, Prefix, made, person.Id, cancellationToken: cancellationToken));
    }

    private static async Task<IResult> DoAsync(string code, string deed, IFormCollection form, LeadershipBook book, LeadershipReader reader, ICurrentPerson person, IUnits units, Read read, CancellationToken cancellationToken)
    {
        if (reader.Leader(code) is not { } kept || !reader.Manages(kept.Value.Unit))
        {
            return TypedResults.NotFound();
        }

        string page = $"{Address}/leaders/{kept.Code}";
        var typed = new Typed(form, read);
        Leader? after = deed switch
        {
            "save" => Parse(typed, units, kept.Value),
            "remove" => null,
            _ => typed.Wrong<Leader?>("what", null),
        };
        return after is not null && !reader.Manages(after.Unit) ? TypedResults.NotFound()
            : typed.Fault is { } fault ? Redirects.Wrong(page, fault)
            : Redirects.Saved(after is null ? Address : page, LeadershipKind.Leader, kept.Code, await book.SaveAsync(LeadershipKind.Leader, kept.Code, Redirects.Seen(form), after, person.Id, cancellationToken: cancellationToken));
    }

    private static Leader Parse(Typed typed, IUnits units, Leader before) => before with
    {
        Role = typed.Line("role"),
        Unit = typed.Unit("unit", units.Tree),
        Since = typed.NeededDay("since"),
        Hours = typed.Amount("hours") is <= MostHours and var hours ? hours : typed.Wrong("hours", 0m),
    };
}
