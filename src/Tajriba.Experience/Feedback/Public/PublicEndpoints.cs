using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Feedback.Cases;
using Tajriba.Experience.Feedback.Inbox;
using Tajriba.Experience.Surveys.Respond;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Jobs;
using Tajriba.Kernel.Rooms;
using Tajriba.Touchpoints.Customers.Identity;
using Tajriba.Ui;

namespace Tajriba.Experience.Feedback.Public;

/// <summary>The addresses that customers come to: <c>/f/…</c> to tell something, <c>/c/…</c> to see what became of it. Whoever knows the code is the customer.</summary>
internal static class PublicEndpoints
{
    private const int MostBytes = 128 * 1024;
    private const int LongestRating = 2_000;

    /// <summary>The most that a customer writes back about one case by its page.</summary>
    private const int MostReplies = 50;

    public static IServiceCollection AddPublicPages(this IServiceCollection services)
    {
        services.AddSingleton<FeedbackForms>();
        services.AddSingleton<FormStore>();
        services.AddJob<FormJob>(FormJob.Name, JobSchedule.Every(TimeSpan.FromHours(1)));
        services.AddSingleton<Matters>();
        services.AddSingleton<PublicPages>();
        return services;
    }

    public static void MapPublicPages(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("").AllowAnonymous().DisableAntiforgery().ExcludeFromDescription().WithMetadata(MachineRoute.Instance, new RequestSizeLimitAttribute(MostBytes));
        group.MapGet("/f/{token}", FormAsync).WithName("FeedbackForm");
        group.MapPost("/f/{token}", TellAsync).WithName("SendFeedbackForm");
        group.MapGet("/c", AskAsync).WithName("AskCaseCode");
        group.MapGet("/c/{code}", StatusAsync).WithName("CaseStatus");
        group.MapPost("/c/{code}/reply", ReplyAsync).WithName("ReplyToCase");
        group.MapPost("/c/{code}/rate", RateAsync).WithName("RateCase");
        routes.MapFormSettings();
    }

    private static Task FormAsync(HttpContext context, string token, FeedbackForms forms, PublicPages pages, AddressRates rates)
    {
        string language = LanguageOf(context);
        if (Entered(context, rates, forms.AtToken(token) is { IsOpen: true } known ? known : null) is not { } form)
        {
            return MissAsync(context, rates, pages, "NoForm", asksCode: false);
        }

        return CaseCode.Of(context.Request.Query["code"]) is { } code
            ? SendAsync(context, pages.Thanks(code, language), StatusCodes.Status200OK)
            : SendAsync(context, pages.Form(form, FormEntry.Empty(), language), StatusCodes.Status200OK);
    }

    private static async Task TellAsync(HttpContext context, string token, FeedbackForms forms, FormStore store, PublicPages pages, IdentitySettings identity, AddressRates rates)
    {
        string language = LanguageOf(context);
        if (!rates.Posts.TryTake(context.Connection.RemoteIpAddress) || !rates.Begun.TryTake(context.Connection.RemoteIpAddress))
        {
            await BusyAsync(context, pages, language);
            return;
        }

        if (Entered(context, rates, forms.AtToken(token) is { IsOpen: true } known ? known : null) is not { } form)
        {
            await MissAsync(context, rates, pages, "NoForm", asksCode: false);
            return;
        }

        if (await context.Request.TryReadFormAsync(context.RequestAborted) is not { } sent)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var entry = FormEntry.Read(sent, form, identity.Phone, new Read(ReaderPreferences.Of(language)));
        if (entry.Faults.Count > 0)
        {
            await SendAsync(context, pages.Form(form, entry, language), StatusCodes.Status422UnprocessableEntity);
            return;
        }

        string code = sent[FormEntry.Trap].ToString().Length > 0 ? CaseCode.New() : await store.TellAsync(form, entry, language, context.RequestAborted);
        Lead(context, $"{form.Path}?code={code}&lang={language}");
    }

    private static Task AskAsync(HttpContext context, PublicPages pages)
    {
        string language = LanguageOf(context);
        if (CaseCode.Of(context.Request.Query["code"]) is { } code)
        {
            Lead(context, $"/c/{code}?lang={language}");
            return Task.CompletedTask;
        }

        return SendAsync(context, pages.Message(context.Request.Query.ContainsKey("code") ? "NoCode" : "AskCode", language, asksCode: true), StatusCodes.Status200OK);
    }

    private static async Task StatusAsync(HttpContext context, string code, Matters matters, PublicPages pages, AddressRates rates)
    {
        if (await EnterAsync(context, code, matters, pages, rates) is not var (plain, matter))
        {
            return;
        }

        string? done = context.Request.Query["done"].ToString() is ("reply" or "rate" or "empty" or "enough") and var word ? word : null;
        await SendAsync(context, pages.Status(plain, matter, LanguageOf(context), done), StatusCodes.Status200OK);
    }

    private static Task ReplyAsync(HttpContext context, string code, Matters matters, ICases cases, PublicPages pages, AddressRates rates, TimeProvider clock)
        => DoAsync(context, code, matters, cases, pages, rates, (form, handled) => form["text"].ToString().ReplaceLineEndings("\n").Trim() is { Length: > 0 and <= ToldTexts.LongestText } text
            ? handled.Moments.Count(m => m is CaseMoment.Replied) >= MostReplies ? ("enough", null) : ("reply", new CaseMoment.Replied(clock.GetUtcNow(), text))
            : ("empty", null));

    private static Task RateAsync(HttpContext context, string code, Matters matters, ICases cases, PublicPages pages, AddressRates rates, TimeProvider clock)
        => DoAsync(context, code, matters, cases, pages, rates, (form, handled) => form["stars"].ToString() is [(>= '1' and <= '5') and var star] && form["text"].ToString().ReplaceLineEndings("\n").Trim() is { Length: <= LongestRating } text
            ? handled.Moments.Count(m => m is CaseMoment.Rated) >= MostReplies ? ("enough", null) : ("rate", new CaseMoment.Rated(clock.GetUtcNow(), star - '0', text.Length == 0 ? null : text))
            : ("empty", null));

    private static async Task DoAsync(
        HttpContext context, string code, Matters matters, ICases cases, PublicPages pages, AddressRates rates, Func<IFormCollection, Case, (string Done, CaseMoment? Moment)> read)
    {
        if (!rates.Posts.TryTake(context.Connection.RemoteIpAddress) || !rates.Begun.TryTake(context.Connection.RemoteIpAddress))
        {
            await BusyAsync(context, pages, LanguageOf(context));
            return;
        }

        if (await EnterAsync(context, code, matters, pages, rates) is not var (plain, matter))
        {
            return;
        }

        if (await context.Request.TryReadFormAsync(context.RequestAborted) is not { } form)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        string done = "empty";
        if (matter.Kept is { } kept)
        {
            (done, CaseMoment? moment) = read(form, kept.Case);
            if (moment is not null && await cases.DoAsync(kept.Case.Code, moment, cancellationToken: context.RequestAborted) is not null)
            {
                done = "empty";
            }
        }

        Lead(context, $"/c/{plain}?done={done}&lang={LanguageOf(context)}");
    }

    /// <summary>What stands behind a code; where that is nothing, or one tried too many that were nothing, it is said and null is given.</summary>
    private static async Task<(string Code, Matter Matter)?> EnterAsync(HttpContext context, string typed, Matters matters, PublicPages pages, AddressRates rates)
    {
        if (!rates.Misses.HasLeft(context.Connection.RemoteIpAddress))
        {
            await BusyAsync(context, pages, LanguageOf(context));
            return null;
        }

        // What cannot be a code is looked up as one that nobody has: it must cost what another costs, and must not find what a sender calls its own.
        string code = CaseCode.Of(typed) ?? CaseCode.New();
        if (await matters.FindAsync(code, context.RequestAborted) is { } matter)
        {
            return (code, matter);
        }

        await MissAsync(context, rates, pages, "NoCode", asksCode: true);
        return null;
    }

    private static FeedbackForm? Entered(HttpContext context, AddressRates rates, FeedbackForm? form) => rates.Misses.HasLeft(context.Connection.RemoteIpAddress) ? form : null;

    private static Task MissAsync(HttpContext context, AddressRates rates, PublicPages pages, string what, bool asksCode)
    {
        if (!rates.Misses.TryTake(context.Connection.RemoteIpAddress))
        {
            return BusyAsync(context, pages, LanguageOf(context));
        }

        return SendAsync(context, pages.Message(what, LanguageOf(context), asksCode), StatusCodes.Status404NotFound);
    }

    private static Task BusyAsync(HttpContext context, PublicPages pages, string language)
    {
        context.Response.Headers.RetryAfter = "60";
        return SendAsync(context, pages.Message("Busy", language, asksCode: false), StatusCodes.Status429TooManyRequests);
    }

    private static Task SendAsync(HttpContext context, string html, int status) => Responses.SendAsync(context, html, status, []);

    private static void Lead(HttpContext context, string to)
    {
        Responses.Guard(context, []);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = to;
    }

    private static string LanguageOf(HttpContext context) => RespondFlow.Reader(context, null, []);
}
