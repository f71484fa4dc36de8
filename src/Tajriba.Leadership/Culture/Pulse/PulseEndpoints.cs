using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Leadership.Culture.Records;
using Tajriba.Organization.Governance.Records;
using Tajriba.Ui;

namespace Tajriba.Leadership.Culture.Pulse;

/// <summary>What the pages of the pulse post to.</summary>
internal static class PulseEndpoints
{
    private const string Address = "/work-culture/pulse";

    public static void MapRounds(this IEndpointRouteBuilder group)
    {
        group.MapPost("/pulse/deeds/open", OpenAsync).WithName("OpenPulse");
        group.MapPost("/pulse/deeds/question", AskAsync).WithName("AddPulseQuestion");
        group.MapPost("/pulse/{code}/close", CloseOnAsync).WithName("ChangePulseDates");
        group.MapPost("/pulse/{code}/remove", RemoveAsync).WithName("RemovePulse");
    }

    /// <summary>What everybody does.</summary>
    public static void MapPulseAnswers(this IEndpointRouteBuilder group) => group.MapPost("/pulse/{code}/answer", AnswerAsync).WithName("AnswerPulse");

    private static async Task<IResult> OpenAsync(IFormCollection form, CultureBook book, PulseReader reader, QuestionLibrary library, ICurrentPerson person, Read read, CancellationToken cancellationToken)
    {
        if (!reader.Manages)
        {
            return TypedResults.NotFound();
        }

        var typed = new Typed(form, read);
        HashSet<string> chosen = [.. form["question"].OfType<string>()];
        var round = new Round(typed.Line("name"), [.. library.All.Where(q => chosen.Contains(q.Key))], typed.NeededDay("opens"), typed.NeededDay("closes"));
        string? fault = typed.Fault
            ?? (round.Questions.Count is 0 or > Round.MostQuestions ? "question" : round.ClosesOn < round.OpensOn || round.ClosesOn > round.OpensOn.AddDays(Round.MostDays) ? "dates" : null);
        return fault is not null
            ? Redirects.Wrong(Address + "/new", fault)
            : Redirects.Saved(Address, CultureKind.Round, await book.AddAsync(CultureKind.Round, "P", round, person.Id, cancellationToken: cancellationToken), 1);
    }

    private static async Task<IResult> AskAsync(IFormCollection form, CultureBook book, PulseReader reader, ICurrentPerson person, Read read, CancellationToken cancellationToken)
    {
        if (!reader.Manages)
        {
            return TypedResults.NotFound();
        }

        var typed = new Typed(form, read);
        var question = new OwnQuestion(typed.Line("text"), typed.Of<Dimension>("dimension"), form["reversed"] == "true");
        return typed.Fault is { } fault
            ? Redirects.Wrong(Address + "/new", fault)
            : Redirects.Saved(Address + "/new", CultureKind.Question, await book.AddAsync(CultureKind.Question, "Q", question, person.Id, cancellationToken: cancellationToken), 1);
    }

    /// <summary>Another last day, as long as the round is not over; never one that is past, so that nothing closes at a stroke.</summary>
    private static async Task<IResult> CloseOnAsync(string code, IFormCollection form, CultureBook book, PulseReader reader, PulseStore store, ICurrentPerson person, Show show, Read read, CancellationToken cancellationToken)
    {
        if (!reader.Manages || book.Find<Round>(CultureKind.Round, code) is not { } kept)
        {
            return TypedResults.NotFound();
        }

        string page = $"{Address}/{kept.Code}";
        var typed = new Typed(form, read);
        DateOnly day = typed.NeededDay("closes");
        if (typed.Fault is not null || day < show.Today || day < kept.Value.OpensOn || day > kept.Value.OpensOn.AddDays(Round.MostDays) || (await store.ClosedAsync(cancellationToken)).Contains(kept.Code))
        {
            return Redirects.Wrong(page, "dates");
        }

        return Redirects.Saved(page, CultureKind.Round, kept.Code, await book.SaveAsync(CultureKind.Round, kept.Code, Redirects.Seen(form), kept.Value with { ClosesOn = day }, person.Id, cancellationToken: cancellationToken));
    }

    private static async Task<IResult> RemoveAsync(string code, IFormCollection form, CultureBook book, PulseReader reader, ICurrentPerson person, CancellationToken cancellationToken)
        => !reader.Manages || book.Find<Round>(CultureKind.Round, code) is not { } kept
            ? TypedResults.NotFound()
            : Redirects.Saved(Address, CultureKind.Round, kept.Code, await book.SaveAsync<Round>(CultureKind.Round, kept.Code, Redirects.Seen(form), null, person.Id, cancellationToken: cancellationToken));

    private static async Task<IResult> AnswerAsync(string code, IFormCollection form, CultureBook book, PulseReader reader, PulseStore store, ICurrentPerson person, Show show, CancellationToken cancellationToken)
    {
        if (book.Find<Round>(CultureKind.Round, code) is not { } kept || !kept.Value.IsOpen(show.Today))
        {
            return TypedResults.NotFound();
        }

        var scores = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (PulseQuestion question in kept.Value.Questions)
        {
            if (int.TryParse(form["q:" + question.Key], NumberStyles.None, CultureInfo.InvariantCulture, out int score) && score is >= 1 and <= PulseQuestion.Most)
            {
                scores[question.Key] = score;
            }
        }

        // All or none: whoever left one out would be told from the others by it.
        if (scores.Count < kept.Value.Questions.Count)
        {
            return Redirects.Wrong($"{Address}/{kept.Code}/answer", "answers");
        }

        string unit = (await reader.OwnUnitsAsync(cancellationToken)).FirstOrDefault(u => u.Code == form["unit"])?.Code ?? ShownUnits.Whole;
        bool isCounted = await store.AnswerAsync(kept.Code, kept.Value, new PulseAnswer(person.Id, unit, scores), cancellationToken);
        return TypedResults.LocalRedirect(PageLink.With(Address, ("done", isCounted ? "answered" : "before")));
    }
}
