using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Tajriba.Experience.Surveys.Links;
using Tajriba.Kernel.Access;
using Tajriba.Questionnaires;
using Tajriba.Ui;

namespace Tajriba.Experience.Surveys.Respond;

internal sealed partial class RespondFlow
{
    private const string Back = "back";
    private const string Refresh = "refresh";

    /// <summary>Takes what was posted: keeps it, says what is wrong, goes on, or ends with the fact in the log.</summary>
    public async Task PostAsync(HttpContext context, string token, bool isKiosk)
    {
        var cancel = context.RequestAborted;
        var door = await FindAsync(token, isKiosk, cancel);
        if (door is null)
        {
            await SayAsync(context, StatusCodes.Status404NotFound, "Unknown", Reader(context, null, []));
            return;
        }

        var published = await versions.FindAsync(door.Survey.Id, door.Survey.Version, cancel);
        var language = Reader(context, door.Link?.Language, published?.Languages ?? []);
        if (Refusal(door, published) is var (status, what))
        {
            await SayAsync(context, status, what, language, door);
            return;
        }

        if (await context.Request.TryReadFormAsync(cancel) is not { } form)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var manner = MannerOf(context, door);
        var respondent = await OwnerAsync(context, door, token, manner, form);
        var draft = await drafts.FindAsync(respondent.Respondent.Owner, door.Survey.Id, cancel) ?? await BeginAsync(door, respondent.Respondent, form, cancel);
        published = await versions.FindAsync(door.Survey.Id, draft.Version, cancel) ?? published!;
        var run = RunOf(published, draft, door, language);
        if (!int.TryParse(form[Fields.Page], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number >= run.AllPages.Count || !run.AllPages[number].Visible)
        {
            Redirect(context, language, manner, respondent.Round);
            return;
        }

        var page = run.AllPages[number];
        var reader = Speaking.Of(language, writer.Words, new Read(ReaderPreferences.Of(language)), form);
        reader.Apply(page);
        var step = new Step(door, published, draft with { Posts = draft.Posts + 1, Language = language }, run, page, manner, respondent.Round, language);
        await GoAsync(context, step, form[Fields.Go].ToString(), reader);
    }

    private async Task GoAsync(HttpContext context, Step step, string go, FormReader reader)
    {
        var run = step.Run;
        run.GoTo(run.Pages.ToList().IndexOf(step.Page));
        if (go == Back || go == Refresh || Entries.TryChange(run, go))
        {
            if (go == Back)
            {
                run.Previous();
            }

            await KeepAsync(context, step);
            return;
        }

        var faults = FaultsOf(step, reader.Faults, run.Check(step.Page).Where(f => reader.Shown.Contains(f.Key)));
        if (faults.Count > 0)
        {
            await drafts.SaveAsync(step.Draft with { Answers = run.Answers, Page = NumberOf(run, step.Page) }, context.RequestAborted);
            await ShowAsync(context, step, StatusCodes.Status422UnprocessableEntity, faults, reader.Typed);
            return;
        }

        // Answers have brought up questions that were not there before: they are asked before one goes on.
        if (Dependence.Questions(step.Page).Any(k => !reader.Shown.Contains(k)))
        {
            await KeepAsync(context, step);
            return;
        }

        run.Next();
        if (!run.Completed)
        {
            await KeepAsync(context, step);
            return;
        }

        await CompleteAsync(context, step);
    }

    private async Task CompleteAsync(HttpContext context, Step step)
    {
        var run = step.Run;
        if (run.Complete() is { Count: > 0 } left)
        {
            var page = run.Pages[run.PageIndex];
            var there = step with { Page = page };
            await drafts.SaveAsync(step.Draft with { Answers = run.Answers, Page = NumberOf(run, page) }, context.RequestAborted);
            await ShowAsync(context, there, StatusCodes.Status422UnprocessableEntity, FaultsOf(there, [], left));
            return;
        }

        var mode = step.Manner switch
        {
            Manner.Kiosk => LinkMode.Kiosk,
            Manner.Frame => LinkMode.Embed,
            Manner.Personal => step.Door!.Link!.Mode,
            _ => LinkMode.Anonymous,
        };
        if (await completion.CompleteAsync(step.Door!, step.Draft, step.Published.Questionnaire, run.Answers, mode, context.RequestAborted))
        {
            Redirect(context, step.Language, step.Manner, null, isDone: true);
        }
        else
        {
            await SayAsync(context, StatusCodes.Status410Gone, "Used", step.Language, step.Door);
        }
    }

    private async Task KeepAsync(HttpContext context, Step step)
    {
        var run = step.Run;
        var page = run.Pages.ElementAtOrDefault(run.PageIndex) ?? step.Page;
        await drafts.SaveAsync(step.Draft with { Answers = run.Answers, Page = NumberOf(run, page) }, context.RequestAborted);
        Redirect(context, step.Language, step.Manner, step.Round);
    }

    /// <summary>Who posts: on a kiosk or in a frame the round that the page was given; else the link or the cookie, made where there is none.</summary>
    private Task<(Respondent Respondent, string? Round)> OwnerAsync(HttpContext context, Door door, string token, Manner manner, IFormCollection form)
    {
        var now = clock.GetUtcNow();
        if (manner is Manner.Kiosk || (manner is Manner.Frame && door.Link is null))
        {
            var round = form[Fields.Run].FirstOrDefault();
            var known = Respondent.Parse(round, now);
            round = known is null ? Respondent.Stamped(Token.New(), now) : round;
            return Task.FromResult((known ?? Respondent.Parse(round, now)!, round));
        }

        if (Find(context, door, token, manner) is { } respondent)
        {
            return Task.FromResult((respondent, (string?)null));
        }

        respondent = new Respondent(Token.New(), null);
        Respondent.Remember(context, respondent.Token, now);
        return Task.FromResult((respondent, (string?)null));
    }

    /// <summary>A draft of the version that was shown, which need not be the last one.</summary>
    private async Task<Draft> BeginAsync(Door door, Respondent respondent, IFormCollection form, CancellationToken cancellationToken)
    {
        var version = int.TryParse(form[Fields.Version], NumberStyles.None, CultureInfo.InvariantCulture, out var shown) && shown > 0 && shown < door.Survey.Version
            && await versions.FindAsync(door.Survey.Id, shown, cancellationToken) is not null ? shown : door.Survey.Version;
        return new Draft
        {
            Owner = respondent.Owner,
            SurveyId = door.Survey.Id,
            Version = version,
            CustomerId = door.Link?.CustomerId,
            Answers = new JsonObject(),
            BegunAt = respondent.BegunAt ?? clock.GetUtcNow(),
        };
    }

    private List<PageFault> FaultsOf(Step step, IEnumerable<PageFault> unread, IEnumerable<AnswerFault> faults)
    {
        using var _ = Speaking.In(step.Language);
        var show = writer.ShowFor(step.Language);
        List<PageFault> all = [.. unread];
        all.AddRange(faults.Select(f => FaultWords.Of(f, writer.Words, show)).Where(f => !all.Any(a => a.Key == f.Key)).ToList());
        return all;
    }

    private static void Redirect(HttpContext context, string language, Manner manner, string? round, bool isDone = false)
    {
        var query = "?" + (isDone ? "done=1&" : "") + "lang=" + language + (manner == Manner.Frame ? "&embed=1" : "") + (round is null ? "" : "&r=" + round);
        Responses.Guard(context, []);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = context.Request.PathBase + context.Request.Path + query;
    }
}
