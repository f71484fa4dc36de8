using Microsoft.AspNetCore.Http;
using Tajriba.Experience.Surveys.Links;
using Tajriba.Kernel.Access;
using Tajriba.Questionnaires;
using Tajriba.Ui;

namespace Tajriba.Experience.Surveys.Respond;

/// <summary>The way of somebody who answers: page by page, each post kept and answered by a redirect, evaluated here alone.</summary>
internal sealed partial class RespondFlow(
    Doors doors, PublishedVersions versions, DraftStore drafts, Completion completion, Openings openings, AddressRates rates, PageWriter writer, TimeProvider clock)
{
    /// <summary>How long a first page is sent as it was written; it tells when it was shown, so that without cookies one is at most this much slower.</summary>
    private const int SecondsReady = 5;

    /// <summary>What an address opens: the first page, the page at which one stopped, or why there is none.</summary>
    public async Task GetAsync(HttpContext context, string token, bool isKiosk)
    {
        var cancel = context.RequestAborted;
        var query = context.Request.Query;
        if (await EnterAsync(context, token, isKiosk) is not { } door)
        {
            return;
        }

        var published = await versions.FindAsync(door.Survey.Id, door.Survey.Version, cancel);
        var language = Reader(context, door.Link?.Language, published?.Languages ?? []);
        if (query.ContainsKey("done"))
        {
            await ThankAsync(context, door, token, published, language);
            return;
        }

        if (Refusal(door, published) is var (status, what))
        {
            await SayAsync(context, status, what, language, door);
            return;
        }

        var manner = MannerOf(context, door);
        var respondent = Find(context, door, token, manner);
        var now = clock.GetUtcNow();
        var draft = respondent is null ? null : await drafts.FindAsync(respondent.Owner, door.Survey.Id, cancel);
        if (draft is null && manner is Manner.Open or Manner.Personal)
        {
            // The cookie of a personal link only tells when it was opened; whose it is, the link says.
            var device = Respondent.Parse(context.Request.Cookies[Respondent.Cookie], now)?.Token ?? (manner == Manner.Open ? respondent?.Token : null) ?? Token.New();
            Respondent.Remember(context, device, now);
            respondent ??= new Respondent(device, now);
        }
        else if (manner == Manner.Frame && door.Link is null)
        {
            respondent ??= new Respondent(Token.New(), now);
        }

        await OpenAsync(context, door, manner, respondent);
        if (draft is null && manner is Manner.Open or Manner.Personal && door.Link is not { Context: not null } and not { IsTest: true } && !query.ContainsKey("q"))
        {
            await Responses.SendAsync(context, FirstPage(published!, language, manner), StatusCodes.Status200OK, door.Survey.Origins);
            return;
        }

        var run = RoundOf(context, manner, door.Link is null ? respondent : null, now);
        draft ??= new Draft { Owner = respondent?.Owner ?? "", SurveyId = door.Survey.Id, Version = published!.Version, CustomerId = door.Link?.CustomerId, Answers = [], BegunAt = now };
        var asked = await versions.FindAsync(door.Survey.Id, draft.Version, cancel) ?? published!;
        var questions = RunOf(asked, draft, door, language);
        if (query["q"].FirstOrDefault() is { } name && draft.Posts == 0 && Preselect(questions, name, query["v"].ToString()) && door.Link is not null)
        {
            draft = draft with { Answers = questions.Answers, Language = language };
            await drafts.SaveAsync(draft, cancel);
        }

        await ShowAsync(context, new Step(door, asked, draft, questions, PageOf(questions, draft), manner, run, language), StatusCodes.Status200OK);
    }

    /// <summary>Too much comes from one address.</summary>
    public Task AskToWaitAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "60";
        return SayAsync(context, StatusCodes.Status429TooManyRequests, "Busy", Reader(context, null, []));
    }

    /// <summary>What stands behind an address; where that is nothing, or one tried too many that were nothing, it is said and null is given.</summary>
    private async ValueTask<Door?> EnterAsync(HttpContext context, string token, bool isKiosk)
    {
        var address = context.Connection.RemoteIpAddress;
        if (!doors.IsRemembered(token) && !rates.Misses.HasLeft(address))
        {
            await AskToWaitAsync(context);
            return null;
        }

        if (await doors.FindAsync(token, context.RequestAborted) is { } door && door.IsKiosk == isKiosk)
        {
            return door;
        }

        rates.Misses.TryTake(address);
        await SayAsync(context, StatusCodes.Status404NotFound, "Unknown", Reader(context, null, []));
        return null;
    }

    /// <summary>Tells the log of the first opening, unless a browser only fetches ahead or somebody tries the survey out.</summary>
    private async Task OpenAsync(HttpContext context, Door door, Manner manner, Respondent? respondent)
    {
        var headers = context.Request.Headers;
        if (!HttpMethods.IsGet(context.Request.Method) || headers["Sec-Purpose"].ToString().StartsWith("prefetch", StringComparison.Ordinal) || headers["Purpose"] == "prefetch")
        {
            return;
        }

        if (door.Link is { } link)
        {
            if (link is { OpenedAt: null, IsTest: false })
            {
                await completion.OpenAsync(door, context.RequestAborted);
            }
        }
        else if (manner is Manner.Open or Manner.Frame && respondent is not null)
        {
            openings.Note(door, manner == Manner.Frame ? LinkMode.Embed : LinkMode.Anonymous, respondent.Owner, context.Connection.RemoteIpAddress);
        }
    }

    /// <summary>The token that goes along from page to page where no cookie holds it: on a kiosk, in a frame, or where the browser takes none.</summary>
    private static string? RoundOf(HttpContext context, Manner manner, Respondent? respondent, DateTimeOffset now)
    {
        var same = context.Request.Query[Fields.Run].FirstOrDefault();
        var isSame = Respondent.Parse(same, now) is not null;
        return manner switch
        {
            Manner.Kiosk => isSame ? same : Respondent.Stamped(Token.New(), now),
            Manner.Frame when respondent is not null => isSame ? same : Respondent.Stamped(respondent.Token, now),
            Manner.Open => isSame && !context.Request.Cookies.ContainsKey(Respondent.Cookie) ? same : null,
            _ => null,
        };
    }

    /// <summary>Why nothing is asked, or null.</summary>
    private (int Status, string What)? Refusal(Door door, Published? published)
        => door.Link is { SingleUse: true, UsedAt: not null } ? (StatusCodes.Status410Gone, "Used")
            : door.Link?.ExpiresAt is { } end && end <= clock.GetUtcNow() ? (StatusCodes.Status410Gone, "Expired")
            : door.Survey.State != SurveyState.Open || published is null || published.Questionnaire.Pages.Count == 0 ? (StatusCodes.Status410Gone, "Closed")
            : null;

    private static Manner MannerOf(HttpContext context, Door door)
        => door.IsKiosk ? Manner.Kiosk
            : context.Request.Query.ContainsKey("embed") ? Manner.Frame
            : door.Link is not null ? Manner.Personal
            : Manner.Open;

    private Respondent? Find(HttpContext context, Door door, string token, Manner manner)
    {
        var now = clock.GetUtcNow();
        var cookie = Respondent.Parse(context.Request.Cookies[Respondent.Cookie], now);
        var round = Respondent.Parse(context.Request.Query[Fields.Run].FirstOrDefault(), now);
        return door.Link is not null ? new Respondent(token, cookie?.BegunAt)
            : manner is Manner.Kiosk or Manner.Frame ? round
            : cookie ?? round;
    }

    private ReadyPage FirstPage(Published published, string language, Manner manner)
    {
        var stamp = clock.GetTimestamp();
        if (published.FirstPages.TryGetValue((language, manner), out var ready) && ready.Until > stamp)
        {
            return ready;
        }

        var draft = new Draft { Owner = "", SurveyId = published.SurveyId, Version = published.Version, Answers = [], BegunAt = clock.GetUtcNow() };
        var run = RunOf(published, draft, null, language);
        var html = Write(new Step(null, published, draft, run, PageOf(run, draft), manner, null, language), [], null);
        return published.FirstPages[(language, manner)] = ReadyPage.Of(html, stamp + (SecondsReady * clock.TimestampFrequency));
    }

    private QuestionnaireRun RunOf(Published published, Draft draft, Door? door, string language) => new(published.Questionnaire, new RunOptions
    {
        Locale = language,
        Answers = draft.Answers,
        Variables = door?.Link?.Context is { } context ? System.Text.Json.Nodes.JsonNode.Parse(context)!.AsObject() : null,
        Clock = clock,
        Numbers = writer.ShowFor(language).Digits,
        Seed = draft.Owner.Length >= 8 ? Convert.ToInt32(draft.Owner[..7], 16) : 0,
    });

    /// <summary>The page at which a draft stands, or the next one that is shown.</summary>
    private static PageView PageOf(QuestionnaireRun run, Draft draft)
        => run.AllPages.Skip(draft.Page).FirstOrDefault(p => p.Visible) ?? run.Pages.LastOrDefault() ?? run.AllPages[0];

    private static bool Preselect(QuestionnaireRun run, string name, string value)
    {
        if (run.Find(name) is not { Visible: true, Enabled: true } view || view.Choices.FirstOrDefault(c => c.Enabled && c.Key == value) is not { } choice
            || view.Element is not (RatingQuestion or ChoiceQuestion { IsMultiple: false }))
        {
            return false;
        }

        view.Answer(choice.Value.DeepClone());
        return true;
    }

    private async Task ShowAsync(HttpContext context, Step step, int status, IReadOnlyList<PageFault>? faults = null, IReadOnlyDictionary<string, string>? typed = null)
        => await Responses.SendAsync(context, Write(step, faults ?? [], typed), status, step.Door?.Survey.Origins ?? []);

    private string Write(Step step, IReadOnlyList<PageFault> faults, IReadOnlyDictionary<string, string>? typed)
    {
        using var _ = Speaking.In(step.Language);
        var sheet = new Sheet(step.Run, step.Page, writer.Words, writer.ShowFor(step.Language))
        {
            Faults = faults,
            Typed = typed ?? new Dictionary<string, string>(StringComparer.Ordinal),
        };
        return writer.Questions(sheet, step.Published, new PageState
        {
            Manner = step.Manner,
            PageNumber = NumberOf(step.Run, step.Page),
            Run = step.Round,
            ResetPath = step.Manner == Manner.Kiosk ? step.Door!.Place!.Path : null,
            ShownAt = clock.GetUtcNow(),
            IsTest = step.Door?.Link?.IsTest ?? false,
            DependsOnItself = Dependence.IsWithin(step.Page.Page.Elements),
        });
    }

    private static int NumberOf(QuestionnaireRun run, PageView page) => run.AllPages.ToList().IndexOf(page);

    private async Task ThankAsync(HttpContext context, Door door, string token, Published? published, string language)
    {
        var own = published?.Questionnaire.CompletedHtml?.For(language);
        if (IsPiped(own))
        {
            var respondent = Find(context, door, token, MannerOf(context, door));
            own = respondent is null ? null : await drafts.ThanksAsync(respondent.Owner, door.Survey.Id, context.RequestAborted);
        }

        using var _ = Speaking.In(language);
        var html = writer.Message(language, "Thanks", string.IsNullOrWhiteSpace(own) ? null : SafeHtml.Clean(own), door.IsKiosk ? door.Place!.Path : null);
        await Responses.SendAsync(context, html, StatusCodes.Status200OK, door.Survey.Origins);
    }

    private async Task SayAsync(HttpContext context, int status, string what, string language, Door? door = null)
    {
        using var _ = Speaking.In(language);
        await Responses.SendAsync(context, writer.Message(language, what), status, door?.Survey.Origins ?? []);
    }

    /// <summary>Whether a text may repeat what was answered.</summary>
    private static bool IsPiped(string? html) => html?.Contains('{', StringComparison.Ordinal) == true;

    /// <summary>The reader's language among those of the survey: asked for, of the link, of the browser, else its own.</summary>
    internal static string Reader(HttpContext context, string? ofLink, IReadOnlyList<string> offered)
    {
        var all = offered.Count == 0 ? ReaderPreferences.Languages : offered;
        var asked = context.Request.Query["lang"].FirstOrDefault();
        if (asked is not null && all.Contains(asked))
        {
            return asked;
        }

        if (ofLink is not null && all.Contains(ofLink))
        {
            return ofLink;
        }

        foreach (var accepted in context.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1))
        {
            var tag = accepted.Value.Value ?? "";
            if (all.FirstOrDefault(l => tag.StartsWith(l, StringComparison.OrdinalIgnoreCase)) is { } language)
            {
                return language;
            }
        }

        return all[0];
    }

    /// <summary>Where one stands.</summary>
    private sealed record Step(Door? Door, Published Published, Draft Draft, QuestionnaireRun Run, PageView Page, Manner Manner, string? Round, string Language);
}
