using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Leadership.Leadership.Records;
using Tajriba.Organization.Governance.Decisions;
using Tajriba.Organization.Governance.Records;
using Tajriba.Ui;

namespace Tajriba.Leadership.Leadership.Commitments;

/// <summary>What the pages of commitments post to.</summary>
internal static class CommitmentEndpoints
{
    private const string Address = "/leadership/commitments";
    private const string Prefix = "C";

    public static void MapCommitments(this IEndpointRouteBuilder group)
    {
        group.MapPost("/commitments/deeds/add", AddAsync).WithName("AddCommitment");
        group.MapPost("/commitments/{code}/{deed}", DoAsync).WithName("ChangeCommitment");
    }

    private static async Task<IResult> AddAsync(IFormCollection form, LeadershipBook book, LeadershipReader reader, ICurrentPerson person, Read read, CancellationToken cancellationToken)
    {
        string leader = form["leader"].ToString();
        if (!reader.WritesFor(leader))
        {
            return TypedResults.NotFound();
        }

        var typed = new Typed(form, read);
        Commitment made = Parse(typed, new(leader, "", default, default));
        return typed.Fault is { } fault ? Redirects.Wrong(Address, fault)
            : await Redirects.AddedAsync(Address, LeadershipKind.Commitment, book.AddAsync(LeadershipKind.Commitment, Prefix, made, person.Id, cancellationToken: cancellationToken));
    }

    private static async Task<IResult> DoAsync(string code, string deed, IFormCollection form, HttpContext http, LeadershipBook book, LeadershipReader reader, ICurrentPerson person, Read read, CancellationToken cancellationToken)
    {
        if (reader.Commitments.FirstOrDefault(c => c.Code == code) is not { } kept || !reader.WritesFor(kept.Value.Leader))
        {
            return TypedResults.NotFound();
        }

        string page = $"{Address}/{kept.Code}";
        var typed = new Typed(form, read);
        Commitment before = kept.Value;
        Commitment after = deed switch
        {
            "save" when before.IsOpen => Parse(typed, before),
            "close" when before.IsOpen => Closed(typed, reader.Today, before),
            "reopen" when !before.IsOpen => before with { State = CommitmentState.Open, ClosedOn = null, Reason = "" },
            "evidence" => before with { Evidence = Evidenced(typed, form, http, before.Evidence) },
            "forget" => before with { Evidence = [.. before.Evidence.Where(e => e.Path != form["path"].ToString())] },
            _ => typed.Wrong("what", before),
        };
        return typed.Fault is { } fault ? Redirects.Wrong(page, fault)
            : Redirects.Saved(page, LeadershipKind.Commitment, kept.Code, await book.SaveAsync(LeadershipKind.Commitment, kept.Code, Redirects.Seen(form), after, person.Id, cancellationToken: cancellationToken));
    }

    private static Commitment Parse(Typed typed, Commitment before)
    {
        Commitment after = before with { Text = typed.Line("text"), MadeOn = typed.NeededDay("made"), DueOn = typed.NeededDay("due") };
        return typed.Fault is null && after.DueOn < after.MadeOn ? typed.Wrong("due", before) : after;
    }

    /// <summary>Nobody keeps tomorrow what was promised; what was not kept says why.</summary>
    private static Commitment Closed(Typed typed, DateOnly today, Commitment before)
    {
        var state = typed.Of<CommitmentState>("state");
        Commitment after = before with { State = state, ClosedOn = typed.NeededDay("on"), Reason = state == CommitmentState.Kept ? typed.Text("reason") : typed.Needed("reason") };
        return state == CommitmentState.Open ? typed.Wrong("state", before)
            : typed.Fault is null && (after.ClosedOn > today || after.ClosedOn < before.MadeOn) ? typed.Wrong("on", before) : after;
    }

    private static IReadOnlyList<Evidence> Evidenced(Typed typed, IFormCollection form, HttpContext http, IReadOnlyList<Evidence> before)
        => Typed.Path(form["path"].ToString().Trim(), http.Request.Host) is { } path && before.Count < Commitment.MostEvidence
            ? [.. before.Where(e => e.Path != path), new(typed.Line("title"), path)]
            : typed.Wrong("path", before);
}
