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

    /// <summary>Of all answers together, as JSON: some long texts, and no store for strangers.</summary>
    private const int MostCharacters = 100_000;

    /// <summary>Takes what was posted: keeps it, says what is wrong, goes on, or ends with the fact in the log.</summary>
    public async Task PostAsync(HttpContext context, string token, bool isKiosk)
    {
        var cancel = context.RequestAborted;
        if (await EnterAsync(context, token, isKiosk) is not { } door)
        {
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
        var (respondent, round) = OwnerOf(context, door, token, manner, form);
        var draft = await drafts.FindAsync(respondent.Owner, door.Survey.Id, cancel);
        if (draft is null && door.Link is null && !rates.Begun.TryTake(context.Connection.RemoteIpAddress))
        {
            await AskToWaitAsync(context);
            return;
        }

        draft ??= await BeginAsync(door, respondent, form, cancel);
        published = await versions.FindAsync(door.Survey.Id, draft.Version, cancel) ?? published!;
        var run = RunOf(published, draft, door, language);
        if (!int.TryParse(form[Fields.Page], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number >= run.AllPages.Count || !run.AllPages[number].Visible)
        {
            Redirect(context, language, manner, round);
            return;
        }

        var page = run.AllPages[number];
        var reader = Speaking.Of(language, writer.Words, new Read(ReaderPreferences.Of(language)), form);
        reader.Apply(page);
        if (run.Answers.ToJsonString().Length > MostCharacters)
        {
            await SayAsync(context, StatusCodes.Status413PayloadTooLarge, "TooLong", language, door);
            return;
        }

        var step = new Step(door, published, draft with { Posts = draft.Posts + 1, Language = language }, run, page, manner, round, language);
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
        var thanks = IsPiped(step.Published.Questionnaire.CompletedHtml?.For(step.Language)) ? SafeHtml.Clean(run.CompletedHtml) : null;
        if (await completion.CompleteAsync(Occasion.Of(step.Door!, mode), step.Draft with { Thanks = thanks }, step.Published.Questionnaire, run.Answers, null, context.RequestAborted))
        {
            Redirect(context, step.Language, step.Manner, thanks is null ? null : step.Round, isDone: true);
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

    /// <summary>
    /// Who posts: on a kiosk or in a frame the round that the page was given; else the link, or the cookie. Where the browser keeps
    /// none, a round goes along in the addresses, so that the pages after the first still know what was answered.
    /// </summary>
    private (Respondent Respondent, string? Round) OwnerOf(HttpContext context, Door door, string token, Manner manner, IFormCollection form)
    {
        var now = clock.GetUtcNow();
        var shown = BeganAt(form, now);
        var round = form[Fields.Run].FirstOrDefault();
        var ofRound = Respondent.Parse(round, now);
        if (manner is not Manner.Kiosk && (manner is not Manner.Frame || door.Link is not null) && Find(context, door, token, manner) is { } known)
        {
            return (known with { BegunAt = known.BegunAt ?? shown ?? door.Link?.OpenedAt }, ofRound?.Token == known.Token ? round : null);
        }

        if (ofRound is null)
        {
            var begun = shown ?? now;
            ofRound = new Respondent(Token.New(), begun);
            round = Respondent.Stamped(ofRound.Token, begun);
        }

        if (manner is Manner.Open)
        {
            Respondent.Remember(context, ofRound.Token, ofRound.BegunAt ?? now);
        }

        return (ofRound, round);
    }

    /// <summary>When the page was shown, as it tells itself; null where it tells nothing that can be.</summary>
    private static DateTimeOffset? BeganAt(IFormCollection form, DateTimeOffset now) => Respondent.Time(form[Fields.Began].FirstOrDefault(), now);

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
