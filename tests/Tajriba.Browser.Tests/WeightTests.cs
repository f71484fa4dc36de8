using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Tajriba.Browser.Tests;

/// <summary>What a first visit costs: bytes on the wire, nothing cached.</summary>
[Collection(DemoSiteTests.Name)]
public sealed class WeightTests(DemoSite site)
{
    private const double Plain = 150 * 1024;
    private const double WithDrawings = 300 * 1024;

    [Fact]
    public async Task A_cold_visit_weighs_no_more_than_its_budget()
    {
        var heavy = new ConcurrentQueue<string>();
        var weights = new ConcurrentDictionary<IPage, double>();
        await site.WalkAsync(
            "fa",
            async page =>
            {
                var session = await page.Context.NewCDPSessionAsync(page);
                await session.SendAsync("Network.enable");
                await session.SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = true });
                session.Event("Network.loadingFinished").OnEvent += (_, message) =>
                    weights.AddOrUpdate(page, 0, (_, before) => before + message!.Value.GetProperty("encodedDataLength").GetDouble());
            },
            async (page, path) =>
            {
                // Whatever the page before still loads ends here, and is not counted.
                await page.GotoAsync("about:blank");
                weights[page] = 0;
                await page.GotoAsync(path);
                await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
                var drawn = await page.Locator("t-chart, t-process-map").CountAsync() > 0;
                if (weights[page] is 0 || weights[page] > (drawn ? WithDrawings : Plain))
                {
                    heavy.Enqueue($"{path}: {weights[page] / 1024:F0} KB{(drawn ? " with drawings" : "")}");
                }
            });
        Assert.Empty(heavy);
    }
}
