using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Tajriba.Browser.Tests.Clients;

/// <summary>A web site of another origin that embeds the released browser library, and a browser to visit it.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private readonly WebApplication site;
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private readonly Uri address;

    private Shop(WebApplication site, Uri address, IPlaywright playwright, IBrowser browser) =>
        (this.site, this.address, this.playwright, this.browser) = (site, address, playwright, browser);

    public static async Task<Shop> OpenAsync()
    {
        string clients = Checkout.PathOf("tests", "clients");
        var home = new Uri($"http://127.0.0.1:{Product.FreePort()}");
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(home.ToString());
        WebApplication pages = builder.Build();
        pages.UseFileServer(new FileServerOptions { FileProvider = new PhysicalFileProvider(Path.Combine(clients, "shop")) });
        pages.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(Path.Combine(clients, "node_modules", "@segment", "analytics-next", "dist", "umd")),
            RequestPath = "/umd",
            ContentTypeProvider = new FileExtensionContentTypeProvider(),
        });
        await pages.StartAsync();
        IPlaywright driver = await Playwright.CreateAsync();
        return new Shop(pages, home, driver, await driver.Chromium.LaunchAsync(DemoSite.Browser));
    }

    /// <summary>A new visitor.</summary>
    public Task<IBrowserContext> VisitorAsync() => browser.NewContextAsync(new() { BaseURL = address.ToString() });

    /// <summary>Opens the shop's page for a visitor, with the library told where to send.</summary>
    public static async Task<IPage> EnterAsync(IBrowserContext visitor, Uri host, string key, string strategy = "standard")
    {
        IPage page = await visitor.NewPageAsync();
        await page.GotoAsync($"/#key={key}&host={Uri.EscapeDataString(host.GetLeftPart(UriPartial.Authority))}&strategy={strategy}");
        return page;
    }

    /// <summary>Does a number of steps and leaves at once.</summary>
    /// <param name="page">The shop's page.</param>
    /// <param name="steps">How many.</param>
    /// <param name="away">Whether the server is away, so that no answer comes.</param>
    public static async Task<ClientReport> LeaveAsync(IPage page, int steps, bool away = false)
    {
        Task gone = page.WaitForURLAsync("**/left.html");
        await page.EvaluateAsync("([steps, away]) => { shop.leave(steps, away); }", new object[] { steps, away });
        await gone;
        return ClientReport.Parse(await page.EvaluateAsync<string>("() => sessionStorage.getItem('made')"));
    }

    public async ValueTask DisposeAsync()
    {
        await browser.CloseAsync();
        playwright.Dispose();
        await site.DisposeAsync();
    }
}
