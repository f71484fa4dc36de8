using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Surveys;
using Tajriba.Experience.Surveys.Links;
using Tajriba.Experience.Surveys.Templates;
using Tajriba.Host.Tests.Access;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Surveys;

public sealed class ManageTests
{
    [Fact]
    public async Task A_survey_is_made_from_a_template_published_closed_and_deleted_by_its_pages()
    {
        await using var site = await SurveySite.OpenAsync(DatabaseProvider.Sqlite);
        using var browser = await site.Site.AdministratorAsync();
        var form = await browser.PageAsync("/surveys/new");
        Assert.Equal(SurveyTemplate.All.Count, form.QuerySelectorAll("select[name=template] option").Length);
        using (var made = await PostAsync(browser, "/surveys/new", form, "main form", ("title", "After a repair"), ("key", "after-repair"), ("topic", "service"), ("template", "after-service")))
        {
            Assert.Equal("/surveys/after-repair?done=created", new Uri(new Uri("http://x"), made.Headers.Location!).PathAndQuery);
        }

        var page = await browser.PageAsync("/surveys/after-repair");
        using (await PostAsync(browser, "/surveys/after-repair/publish", page, "form[action$='/publish']"))
        {
        }

        var survey = (await site.Store.FindAsync("after-repair"))!;
        Assert.Equal((SurveyState.Open, 1), (survey.State, survey.Version));
        page = await browser.PageAsync("/surveys/after-repair");
        Assert.NotNull(page.QuerySelector("img[src*='qr.svg']"));
        Assert.Contains("<svg", await browser.GetStringAsync("/surveys/after-repair/qr.svg"), StringComparison.Ordinal);
        using (await PostAsync(browser, "/surveys/after-repair/places", page, "form[action$='/places']", ("unit", "n1"), ("kind", "kiosk")))
        {
        }

        Assert.Contains(await site.Places.ListAsync(survey.Id), p => p is { Kind: PlaceKind.Kiosk, Unit: "n1" });
        using (await PostAsync(browser, "/surveys/after-repair/close", page, "form[action$='/close']"))
        {
        }

        Assert.Equal(SurveyState.Closed, (await site.Store.FindAsync("after-repair"))!.State);
        using (await PostAsync(browser, "/surveys/after-repair/delete", page, "form[action$='/delete']"))
        {
        }

        Assert.Null(await site.Store.FindAsync("after-repair"));
        Assert.Null(await site.Editor.RestoreAsync("after-repair"));
    }

    [Fact]
    public async Task A_definition_that_cannot_be_used_is_refused_with_its_faults()
    {
        await using var site = await SurveySite.OpenAsync(DatabaseProvider.Sqlite);
        var fault = Assert.IsType<SurveyError.BadDefinition>(await site.Editor.CreateAsync("x", new("X"), "service", """{"pages":[{"elements":[{"type":"nonsense","name":"a"}]}]}"""));
        Assert.NotEmpty(fault.Faults);
        Assert.IsType<SurveyError.BadKey>(await site.Editor.CreateAsync("new", new("X"), "service", Definitions.Nps));
        Assert.Null(await site.Editor.CreateAsync("x", new("X"), "service", Definitions.Nps));
        Assert.IsType<SurveyError.KeyTaken>(await site.Editor.CreateAsync("x", new("X"), "service", Definitions.Nps));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fa")]
    [InlineData("ar")]
    public async Task Every_template_can_be_answered_from_end_to_end_without_scripts(string language)
    {
        await using var site = await SurveySite.OpenAsync(DatabaseProvider.Sqlite);
        foreach (var template in SurveyTemplate.All)
        {
            var survey = await site.PublishAsync(template.Name, template.Definition);
            using var browser = site.Browser(language);
            var path = await site.OpenPathAsync(survey);
            var page = await SurveySite.PageAsync(browser, path);
            Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
            for (var step = 0; step < 10 && page.QuerySelector("form") is not null; step++)
            {
                var answers = page.QuerySelectorAll("form input[type=radio]").OfType<IHtmlInputElement>().GroupBy(i => i.Name).Select(g => (g.Key!, g.Last().Value)).ToArray();
                Assert.All(page.QuerySelectorAll("form input:not([type=hidden]), form textarea, form select"), c => Assert.True(c.Closest("label") is not null || page.QuerySelector($"label[for='{c.Id}']") is not null, $"{template.Name}: a field without a label"));
                (page, path) = await SurveySite.GoAsync(browser, path, page, "next", answers);
            }

            Assert.Null(page.QuerySelector("form"));
        }

        Assert.Equal(SurveyTemplate.All.Count, (await site.AnsweredAsync()).Count);
        Assert.Contains(await site.AnsweredAsync(), e => e.Attributes!.Contains("\"kano\"", StringComparison.Ordinal));
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient browser, string path, AngleSharp.Dom.IDocument page, string form, params (string Name, string Value)[] fields)
    {
        var hidden = page.QuerySelector(form)!.QuerySelectorAll("input[type=hidden]").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? ""));
        return browser.PostAsync(path, new FormUrlEncodedContent([.. hidden, .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]));
    }
}
