using Tajriba.Experience.Surveys.Templates;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Surveys;

public sealed class PageWeightTests
{
    private const int Most = 25 * 1024;

    [Fact]
    public async Task The_first_page_of_every_template_with_all_that_it_loads_but_the_font_is_light()
    {
        await using var site = await SurveySite.OpenAsync(DatabaseProvider.Sqlite);
        foreach (var template in SurveyTemplate.All)
        {
            var survey = await site.PublishAsync(template.Name, template.Definition);
            using var browser = site.Browser("fa");
            var path = await site.OpenPathAsync(survey);
            var page = await SurveySite.PageAsync(browser, path);
            browser.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
            string[] loaded = [path, .. page.QuerySelectorAll("link[rel=stylesheet]").Select(l => l.GetAttribute("href")!), .. page.QuerySelectorAll("script[src]").Select(s => s.GetAttribute("src")!)];
            var weight = 0;
            foreach (var address in loaded)
            {
                using var answer = await browser.GetAsync(address);
                Assert.Equal("br", answer.Content.Headers.ContentEncoding.Single());
                weight += (await answer.Content.ReadAsByteArrayAsync()).Length;
            }

            Assert.InRange(weight, 1, Most);
        }
    }
}
