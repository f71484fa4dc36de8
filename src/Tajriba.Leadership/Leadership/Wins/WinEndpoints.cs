using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Rooms;
using Tajriba.Leadership.Leadership.Records;
using Tajriba.Organization.Governance.Decisions;
using Tajriba.Organization.Governance.Records;
using Tajriba.Ui;

namespace Tajriba.Leadership.Leadership.Wins;

/// <summary>What the pages of quick wins post to.</summary>
internal static class WinEndpoints
{
    private const string Address = "/leadership/wins";
    private const string Prefix = "W";

    public static void MapWins(this IEndpointRouteBuilder group)
    {
        group.MapPost("/wins/deeds/add", AddAsync).WithName("AddQuickWin");
        group.MapPost("/wins/{code}/{deed}", DoAsync).WithName("ChangeQuickWin");
    }

    private static async Task<IResult> AddAsync(IFormCollection form, LeadershipBook book, LeadershipReader reader, ICurrentPerson person, IUnits units, Read read, CancellationToken cancellationToken)
    {
        var typed = new Typed(form, read);
        string named = form["candidate"].ToString();
        Win made = named.Length == 0 ? Parse(typed, units, new("", null, null, null))
            : reader.Candidate(named) is { } candidate ? new(candidate.Value.Title, candidate.Value.Unit, null, candidate.Code)
            : typed.Wrong("initiative", new Win("", null, null, null));
        return !reader.Manages(made.Unit) ? TypedResults.NotFound()
            : typed.Fault is { } fault ? Redirects.Wrong(Address, fault)
            : await Redirects.AddedAsync(Address, LeadershipKind.Win, book.AddAsync(LeadershipKind.Win, Prefix, made, person.Id, cancellationToken: cancellationToken));
    }

    private static async Task<IResult> DoAsync(
        string code, string deed, IFormCollection form, LeadershipBook book, LeadershipReader reader, EffectReader effects, IEnumerable<IRecognition> walls, ICurrentPerson person, IUnits units, Read read, CancellationToken cancellationToken)
    {
        if (reader.Wins.FirstOrDefault(w => w.Code == code) is not { } kept || !reader.Manages(kept.Value.Unit))
        {
            return TypedResults.NotFound();
        }

        string page = $"{Address}/{kept.Code}";
        var typed = new Typed(form, read);
        Win before = kept.Value;
        Win? after = deed switch
        {
            "save" => Parse(typed, units, before),
            "effect" => before with { Effect = await effects.TypedAsync(typed, form, units, cancellationToken) },
            "done" when before.State == WinState.Doing => Done(typed, before, reader.Today),
            "tell" when before.State != WinState.Doing => before with { State = WinState.Told, Story = typed.Needed("story") },
            "reopen" when before.State != WinState.Doing => before with { State = WinState.Doing, DoneOn = null },
            "remove" => null,
            _ => typed.Wrong("what", before),
        };
        if (after is not null && !reader.Manages(after.Unit))
        {
            return TypedResults.NotFound();
        }

        if (typed.Fault is { } fault)
        {
            return Redirects.Wrong(page, fault);
        }

        int? version = await book.SaveAsync(LeadershipKind.Win, kept.Code, Redirects.Seen(form), after, person.Id, cancellationToken: cancellationToken);
        if (version is not null && after is { State: WinState.Told })
        {
            foreach (IRecognition wall in walls)
            {
                await wall.CelebrateAsync(new("leadership:" + kept.Code, after.Title, after.Unit, after.Owner, page), cancellationToken);
            }
        }

        return Redirects.Saved(after is null ? Address : page, LeadershipKind.Win, kept.Code, version);
    }

    private static Win Parse(Typed typed, IUnits units, Win before) => before with { Title = typed.Line("title"), Unit = typed.Unit("unit", units.Tree), Owner = typed.Person("owner") };

    private static Win Done(Typed typed, Win before, DateOnly today)
    {
        DateOnly on = typed.NeededDay("on");
        return typed.Fault is null && on > today ? typed.Wrong("on", before) : before with { State = WinState.Done, DoneOn = on };
    }
}
