using Microsoft.Playwright;

namespace Tajriba.Browser.Tests;

/// <summary>One running product with the demo and one browser, shared by all page tests; the administrator is signed in.</summary>
public sealed class DemoSite : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;
    private string? storage;

    public Product Product { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Product = await Product.StartAsync(demo: true);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("TAJRIBA_CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });

        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(Product.SignInLink.ToString());
        await page.Locator("main form button[type=submit]").First.ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/sign-in/link/", StringComparison.Ordinal));
        storage = await context.StorageStateAsync();
    }

    /// <summary>A page of the signed-in administrator in a language (en, fa, ar).</summary>
    public async Task<IPage> OpenAsync(string language, string path, bool script = true)
    {
        var context = await browser!.NewContextAsync(new()
        {
            StorageState = storage,
            BaseURL = Product.Address.ToString(),
            ViewportSize = new() { Width = 1280, Height = 900 },
            JavaScriptEnabled = script,
        });
        await context.AddCookiesAsync([new() { Name = "tajriba.language", Value = language, Url = Product.Address.ToString() }]);
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(30_000);
        if (path.Length > 0)
        {
            await page.GotoAsync(path);
        }

        return page;
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.CloseAsync();
        }

        playwright?.Dispose();
        await Product.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class DemoSiteTests : ICollectionFixture<DemoSite>
{
    public const string Name = "demo site";
}
