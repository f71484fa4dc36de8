using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Surveys;
using Tajriba.Experience.Surveys.Links;
using Tajriba.Experience.Surveys.Storage;
using Tajriba.Host.Tests.Capture;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Surveys;

/// <summary>Surveys as respondents and the house meet them, on a site of the product.</summary>
internal sealed class SurveySite(CaptureSite site) : IAsyncDisposable
{
    public CaptureSite Site => site;

    public SurveyEditor Editor => site.Services.GetRequiredService<SurveyEditor>();

    public SurveyStore Store => site.Services.GetRequiredService<SurveyStore>();

    public Places Places => site.Services.GetRequiredService<Places>();

    public static async Task<SurveySite> OpenAsync(DatabaseProvider provider, Action<IServiceCollection>? configure = null) => new(await CaptureSite.OpenAsync(provider, configure));

    /// <summary>Makes and publishes a survey.</summary>
    public async Task<Survey> PublishAsync(string key, string definition)
    {
        Assert.Null(await Editor.CreateAsync(key, new("About " + key), "service", definition));
        Assert.Null(await Editor.PublishAsync(key));
        return (await Store.FindAsync(key))!;
    }

    public async Task<string> OpenPathAsync(Survey survey) => (await Places.FindAsync(survey.Id, PlaceKind.Web, null))!.Path;

    public Task<string> LinkAsync(NewSurveyLink link)
        => site.Services.GetRequiredService<IDatabase>().WriteAsync((transaction, cancel) => site.Services.GetRequiredService<SurveyLinks>().CreateAsync(transaction, link, cancel));

    /// <summary>A browser of one respondent: keeps cookies, follows nothing by itself.</summary>
    public HttpClient Browser(string language = "en")
    {
        var browser = site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true });
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return browser;
    }

    public static async Task<IHtmlDocument> PageAsync(HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync();
        return (IHtmlDocument)await BrowsingContext.New().OpenAsync(request => request.Content(html));
    }

    public static async Task<IHtmlDocument> PageAsync(HttpClient browser, string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await browser.GetAsync(path);
        Assert.Equal(expected, answer.StatusCode);
        return await PageAsync(answer);
    }

    /// <summary>Posts the form of a page with answers, as a browser without scripts does.</summary>
    public static Task<HttpResponseMessage> PostAsync(HttpClient browser, string path, IDocument page, string go, params (string Name, string Value)[] answers)
    {
        var hidden = page.QuerySelectorAll<IHtmlInputElement>("form input[type=hidden]").Select(i => KeyValuePair.Create(i.Name!, i.Value));
        return browser.PostAsync(path, new FormUrlEncodedContent([.. hidden, .. answers.Select(a => KeyValuePair.Create(a.Name, a.Value)), KeyValuePair.Create("go", go)]));
    }

    /// <summary>Posts, and opens the page to which that leads.</summary>
    public static async Task<(IHtmlDocument Page, string Path)> GoAsync(HttpClient browser, string path, IDocument page, string go, params (string Name, string Value)[] answers)
    {
        using var answer = await PostAsync(browser, path, page, go, answers);
        if (answer.StatusCode == HttpStatusCode.UnprocessableEntity)
        {
            return (await PageAsync(answer), path);
        }

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var next = answer.Headers.Location!.ToString();
        return (await PageAsync(browser, next), next);
    }

    public async Task<IReadOnlyList<LoggedEvent>> AnsweredAsync()
        => [.. (await site.EventsAsync()).Where(e => e.Name == "Survey Answered")];

    public ValueTask DisposeAsync() => site.DisposeAsync();
}
