using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Host.Tests.Access;
using Tajriba.Kernel.Access;
using Tajriba.Leadership.Maturity.Answer;
using Tajriba.Leadership.Maturity.Campaigns;
using Tajriba.Leadership.Maturity.Frames;

namespace Tajriba.Host.Tests.Maturity;

public sealed class SqliteWeightTests(TestSite site) : WeightTests(site), IClassFixture<TestSite>;

public sealed class PostgresWeightTests(PostgresTestSite site) : WeightTests(site.Present()), IClassFixture<PostgresTestSite>;

/// <summary>By what the categories of an assessment count is chosen, shown, and taken back.</summary>
public abstract class WeightTests(TestSite site)
{
    [SkippableFact]
    public async Task Weights_are_chosen_by_comparison_hold_for_the_results_and_are_taken_back()
    {
        Campaign campaign = await site.Services.GetRequiredService<CampaignStore>().AddAsync(OwnFrame.Key, 0, new("Weighed", ["north", "n1"], new(2026, 1, 1), new(2999, 1, 1), false, 5, 4));
        Frame frame = (await site.Services.GetRequiredService<FrameLibrary>().FindAsync(OwnFrame.Key, 0))!;
        HashSet<string> best = [.. frame.In(frame.Layers[0]).First().Categories.SelectMany(c => c.Practices).Select(p => p.Key)];
        await site.Services.GetRequiredService<SheetStore>().AddAsync(
            [new(campaign.Id, "n1", AnswerRole.Leader, null, new(frame.Practices.ToDictionary(p => p.Key, p => best.Contains(p.Key) ? 5 : 1), new Dictionary<string, string>()), true)], new(2026, 11, 1));
        using HttpClient browser = await site.BrowserOfAsync(BuiltInRoles.Administrator);
        string page = campaign.Path + "/weights";
        double usual = await MeanAsync(browser, campaign, "Frequencies");

        // The first layer beyond compare, and in it the first component.
        IDocument shown = await browser.PageAsync(page);
        (string, string)[] all = [.. shown.QuerySelectorAll("main select").Where(s => s.GetAttribute("name")!.Split('-') is ["pair", "0" or "1", "0", _]).Select(s => (s.GetAttribute("name")!, "8"))];
        Assert.True(all.Length >= 3);
        Assert.Equal(page + "?done=saved&version=1", await PostAsync(browser, page, "/save", [("kind", "Comparisons"), ("seen", "0"), .. all]));
        Assert.True(await MeanAsync(browser, campaign, "Comparisons") > usual + 0.5);
        Assert.NotEmpty((await browser.PageAsync(page)).QuerySelectorAll("select option[value='8'][selected]"));
        Assert.Equal(page + "?done=saved&version=2", await PostAsync(browser, page, "/save", [("kind", "Equal"), ("seen", "1")]));
        Assert.NotEqual(usual, await MeanAsync(browser, campaign, "Equal"));
        Assert.Equal(page + "?wrong=meanwhile", await PostAsync(browser, page, "/save", [("kind", "Equal"), ("seen", "1")]));
        Assert.Equal(page + "?wrong=kind", await PostAsync(browser, page, "/save", [("kind", "luck"), ("seen", "2")]));
        Assert.Equal(page + "?done=undone", await PostAsync(browser, page + "?done=saved&version=2", "/undo", []));
        Assert.True(await MeanAsync(browser, campaign, "Comparisons") > usual + 0.5);

        using HttpClient manager = await site.BrowserOfAsync(BuiltInRoles.Manager, "n1");
        IDocument read = await manager.PageAsync(page);
        Assert.Equal(frame.Components.Count, read.QuerySelectorAll("main tbody tr").Length);
        Assert.Empty(read.QuerySelectorAll("main select"));
    }

    private static async Task<double> MeanAsync(HttpClient browser, Campaign campaign, string weights)
    {
        using var told = JsonDocument.Parse(await browser.GetStringAsync($"/api/maturity/assessments/{campaign.Id}"));
        Assert.Equal(weights, told.RootElement.GetProperty("weights").GetString());
        return told.RootElement.GetProperty("mean").GetDouble();
    }

    private static async Task<string> PostAsync(HttpClient browser, string page, string deed, (string Name, string Value)[] fields)
    {
        using HttpResponseMessage answer = await browser.PostFormAsync(page, page.Split('?')[0] + deed, fields);
        return answer.Headers.Location?.ToString() ?? answer.StatusCode.ToString();
    }
}
