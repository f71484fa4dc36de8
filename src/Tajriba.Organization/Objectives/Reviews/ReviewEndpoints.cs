using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Organization.Governance.Records;
using Tajriba.Organization.Objectives.Records;
using Tajriba.Organization.Objectives.Tree;
using Tajriba.Ui;

namespace Tajriba.Organization.Objectives.Reviews;

/// <summary>What the pages of reviews post to.</summary>
internal static class ReviewEndpoints
{
    private const string Address = "/objectives/reviews";

    public static void MapReviews(this IEndpointRouteBuilder group)
    {
        group.MapPost("/reviews/deeds/add", AddAsync).WithName("AddObjectiveReview");
        group.MapPost("/reviews/{code}/{deed}", DoAsync).WithName("ChangeObjectiveReview");
        group.MapPost("/actions/deeds/add", AddActionAsync).WithName("AddCorrectiveAction");
    }

    /// <summary>What whoever was given something to do may do too.</summary>
    public static void MapOwnActions(this IEndpointRouteBuilder group) => group.MapPost("/actions/{code}/{deed}", DoActionAsync).WithName("ChangeCorrectiveAction");

    private static async Task<IResult> AddAsync(IFormCollection form, ObjectiveBook book, ObjectiveReader reader, ICurrentPerson person, IUnits units, Read read, CancellationToken cancellationToken)
    {
        var typed = new Typed(form, read);
        Review made = Parse(typed, form, reader, units, new("", "", null, default));
        return !reader.Manages(made.Unit) ? TypedResults.NotFound()
            : typed.Fault is { } fault ? Redirects.Wrong(Address, fault)
            : await Redirects.AddedAsync(Address, ObjectiveKind.Review, book.AddAsync(ObjectiveKind.Review, "V", made, person.Id, cancellationToken: cancellationToken));
    }

    private static async Task<IResult> DoAsync(
        string code, string deed, IFormCollection form, ObjectiveBook book, ObjectiveReader reader, ReviewReader reviews, ICurrentPerson person, IUnits units, Read read, CancellationToken cancellationToken)
    {
        if (reader.Reviews.FirstOrDefault(r => r.Code == code) is not { } kept || !reader.Manages(kept.Value.Unit))
        {
            return TypedResults.NotFound();
        }

        string page = $"{Address}/{kept.Code}";
        var typed = new Typed(form, read);
        Review after;
        switch (deed)
        {
            case "save":
                after = Parse(typed, form, reader, units, kept.Value);
                break;
            case "minutes":
                after = kept.Value with { Minutes = typed.Text("minutes") };
                break;
            case "hold" when !kept.Value.IsHeld:
                IReadOnlyList<ObjectiveNode> scope = await reviews.ScopeAsync(kept.Value, cancellationToken);
                after = kept.Value with { IsHeld = true, Minutes = typed.Text("minutes"), Agenda = reviews.Agenda(scope, reviews.Before(kept)?.Value), Progress = ReviewReader.Progress(scope) };
                break;
            default:
                after = typed.Wrong("what", kept.Value);
                break;
        }

        return !reader.Manages(after.Unit) ? TypedResults.NotFound()
            : typed.Fault is { } fault ? Redirects.Wrong(page, fault)
            : Redirects.Saved(page, ObjectiveKind.Review, kept.Code, await book.SaveAsync(ObjectiveKind.Review, kept.Code, Redirects.Seen(form), after, person.Id, cancellationToken: cancellationToken));
    }

    private static async Task<IResult> AddActionAsync(IFormCollection form, ObjectiveBook book, ObjectiveReader reader, IPeople people, ICurrentPerson person, Read read, CancellationToken cancellationToken)
    {
        string objective = form["objective"].ToString();
        string? review = form["review"].ToString() is { Length: > 0 } named ? named : null;
        if (reader.Find(objective) is not { } concerned || !reader.Manages(concerned.Value.Unit) || (review is not null && reader.Reviews.All(r => r.Code != review)))
        {
            return TypedResults.NotFound();
        }

        var typed = new Typed(form, read);
        string page = review is null ? $"/objectives/{concerned.Code}" : $"{Address}/{review}";
        var action = new CorrectiveAction(concerned.Code, typed.Line("what"), typed.Person("owner") ?? typed.Wrong("person", 0L), typed.NeededDay("due"), review);
        return typed.Fault is { } fault ? Redirects.Wrong(page, fault)
            : await people.FindAsync(action.Owner, cancellationToken) is null ? Redirects.Wrong(page, "person")
            : Redirects.Saved(page, ObjectiveKind.Action, await book.AddAsync(ObjectiveKind.Action, "A", action, person.Id, cancellationToken: cancellationToken), 1);
    }

    private static async Task<IResult> DoActionAsync(string code, string deed, IFormCollection form, ObjectiveBook book, ObjectiveReader reader, ICurrentPerson person, CancellationToken cancellationToken)
    {
        if (book.Find<CorrectiveAction>(ObjectiveKind.Action, code) is not { } kept || reader.Find(kept.Value.Objective) is not { } concerned || (kept.Value.Owner != person.Id && !reader.Manages(concerned.Value.Unit)))
        {
            return TypedResults.NotFound();
        }

        string back = form["back"].ToString();
        string page = reader.Reviews.Any(r => r.Code == back) ? $"{Address}/{back}" : $"/objectives/{concerned.Code}";
        CorrectiveAction? after = deed switch
        {
            "done" when kept.Value.IsOpen => kept.Value with { DoneOn = reader.Today },
            "reopen" when !kept.Value.IsOpen => kept.Value with { DoneOn = null },
            _ => null,
        };
        return after is null ? Redirects.Wrong(page, "what")
            : Redirects.Saved(page, ObjectiveKind.Action, kept.Code, await book.SaveAsync(ObjectiveKind.Action, kept.Code, Redirects.Seen(form), after, person.Id, cancellationToken: cancellationToken));
    }

    private static Review Parse(Typed typed, IFormCollection form, ObjectiveReader reader, IUnits units, Review before) => before with
    {
        Title = typed.Line("title"),
        Cycle = reader.Cycle(form["cycle"]) is { } cycle ? cycle.Code : typed.Wrong("cycle", ""),
        Unit = typed.Unit("unit", units.Tree),
        On = typed.NeededDay("on"),
    };
}
