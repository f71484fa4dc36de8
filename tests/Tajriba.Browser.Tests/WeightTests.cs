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
        var heavy = new List<string>();
        foreach (var path in await site.PathsAsync())
        {
            var page = await site.OpenAsync("fa", "");
            var session = await page.Context.NewCDPSessionAsync(page);
            await session.SendAsync("Network.enable");
            double weight = 0;
            session.Event("Network.loadingFinished").OnEvent += (_, message) => weight += message!.Value.GetProperty("encodedDataLength").GetDouble();
            await page.GotoAsync(path);
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            var drawn = await page.Locator("t-chart, t-process-map").CountAsync() > 0;
            if (weight > (drawn ? WithDrawings : Plain))
            {
                heavy.Add($"{path}: {weight / 1024:F0} KB{(drawn ? " with drawings" : "")}");
            }

            await page.Context.CloseAsync();
        }

        Assert.Empty(heavy);
    }
}
