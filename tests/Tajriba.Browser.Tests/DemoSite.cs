using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Tajriba.Browser.Tests;

/// <summary>One running product with the demo and one browser, shared by all page tests; the administrator is signed in.</summary>
public sealed class DemoSite : IAsyncLifetime
{
    private const int Windows = 2;
    private IPlaywright? playwright;
    private IBrowser? browser;
    private string? storage;
    private IReadOnlyList<string>? paths;
    private readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyList<PageVisit>>>> visits = new(StringComparer.Ordinal);

    public Product Product { get; private set; } = null!;

    /// <summary>How Chromium is started.</summary>
    internal static BrowserTypeLaunchOptions Browser => new()
    {
        ExecutablePath = Environment.GetEnvironmentVariable("TAJRIBA_CHROMIUM") ?? "/usr/bin/chromium-headless-shell",
        Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    };

    public async Task InitializeAsync()
    {
        Product = await Product.StartAsync(demo: true);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(Browser);

        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(Product.SignInLink.ToString());
        await page.Locator("main form button[type=submit]").First.ClickAsync();

        // Signed in is who gets the page; that all of it is there may take long while the demo is told.
        await page.WaitForURLAsync(url => !url.Contains("/sign-in/link/", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });
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
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(30_000);
        await page.GotoAsync("/preferences");
        if (await page.Locator("html").GetAttributeAsync("lang") != language)
        {
            await page.Locator($"form[action='/culture'] button[value='{language}']").ClickAsync();
            await page.Locator($"html[lang={language}]").WaitForAsync();
        }

        if (path.Length > 0)
        {
            await page.GotoAsync(path);
        }

        return page;
    }

    /// <summary>A customer's telephone: signed in nowhere.</summary>
    public async Task<IPage> VisitAsync(string language, string address, bool script)
    {
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = Product.Address.ToString(),
            ViewportSize = new() { Width = 390, Height = 780 },
            Locale = language,
            JavaScriptEnabled = script,
        });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(30_000);
        await page.GotoAsync(address);
        return page;
    }

    /// <summary>Paths of the navigation, and of the pages behind the first journey and the first customer.</summary>
    public async Task<IReadOnlyList<string>> PathsAsync()
    {
        if (paths is not null)
        {
            return paths;
        }

        var page = await OpenAsync("en", "/");
        var found = new List<string>(await LinksAsync(page, "nav a[href]"));
        foreach (var (list, inside) in ((string, string)[])[("/journeys", "main table a[href^='/journeys/']"), ("/customers", "main table a[href^='/customers/']"), ("/messages", "main table a[href^='/messages/']"), ("/surveys/programmes", "main table a[href^='/surveys/programmes/']"), ("/feedback/problems", "main table a[href^='/feedback/problems/']"), ("/insights", "main table a[href^='/insights/I-']"), ("/maturity", "main table a[href$='/maturity/assessments/2']")])
        {
            await page.GotoAsync(list);
            found.AddRange((await LinksAsync(page, inside)).Take(1));
        }

        var journey = found.Find(path => path.StartsWith("/journeys/", StringComparison.Ordinal)) ?? throw new InvalidOperationException("The demo defines no journey.");
        found.AddRange(((string[])["variants", "steps", "durations", "trend", "dotted"]).Select(tab => $"{journey}?tab={tab}"));
        foreach (var behind in (string[])["friction", "handovers", "edit"])
        {
            found.Add($"{journey}/{behind}");
        }

        found.AddRange(((string[])["", "/edit", "/results", "/responses"]).Select(behind => "/surveys/after-service" + behind));
        found.AddRange(((string[])["", "/units", "/control", "/rows", "/edit"]).Select(behind => "/indicators/csi" + behind));
        found.AddRange(((string[])["forms", "topics", "rules", "handlers", "hours", "goals", "escalations", "macros", "causes"]).Select(tab => "/feedback/settings/" + tab));
        found.AddRange(((string[])["bodies", "bodies/B-1", "decisions", "decisions/D-1", "owners", "stages", "raci", "conflicts", "policies", "policies/L-1", "meetings", "meetings/M-1", "meetings/M-2", "initiatives", "initiatives/I-1"]).Select(behind => "/governance/" + behind));
        found.AddRange(["/work-culture/pulse", "/work-culture/pulse/P-4", "/work-culture/pulse/P-5", "/work-culture/pulse/P-5/answer", "/work-culture/pulse/new", "/work-culture/learning", "/work-culture/learning/L-1", "/work-culture/rituals", "/work-culture/digest"]);
        found.AddRange(((string[])["new", "map", "print", "cycles?edit=C-2", "reviews", "reviews/V-1", "reviews/V-2", "O-1", "O-4", "O-5", "O-9", "O-4/results/K1", "O-9/results/new"]).Select(behind => "/objectives/" + behind));
        found.AddRange(["/processes/R-1", "/processes/relations", "/processes/silos", "/processes/ranking"]);
        found.AddRange(["/strategy/organization", "/strategy/experience", "/strategy/map", "/strategy/links", "/strategy/objectives/O-3"]);
        found.AddRange(["/leadership/leaders/L-1", "/leadership/commitments", "/leadership/commitments/C-1", "/leadership/time", "/leadership/portfolio", "/leadership/portfolio/K-1", "/leadership/wins", "/leadership/wins/W-1", "/leadership/wins/W-2"]);
        found.AddRange(["/feedback/themes", "/surveys/new", "/surveys/programmes", "/messages/gateways", "/attention", "/indicators/nps/drivers", "/indicators/new", "/indicators/templates"]);

        var assessment = found.Find(path => path.StartsWith("/maturity/assessments/", StringComparison.Ordinal)) ?? throw new InvalidOperationException("The demo holds no assessment.");
        found.AddRange(((string[])["gaps", "units", "roles", "progress", "doors"]).Select(view => $"{assessment}?view={view}"));
        found.AddRange(["/maturity/assessments/new", "/maturity/assessments/3", "/maturity/assessments/3?view=doors", "/maturity/assessments/3/invite", "/maturity/assessments/3/weights", "/maturity/assessments/3/invite?unit=care", "/maturity/frames", "/maturity/frames/cx", "/maturity/rounds", "/maturity/rounds/new", "/maturity/rounds/E-1", "/maturity/rounds/E-1?view=matrix", "/maturity/rounds/E-1?view=experts", "/maturity/plans", "/maturity/plans/W-1"]);

        await page.GotoAsync($"{journey}/friction");
        found.AddRange((await LinksAsync(page, "main table a[href*='/friction/']")).Take(1));
        await page.Context.CloseAsync();
        return paths = [.. found.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Every path as it is found in a language; each language is walked once, for all who ask.</summary>
    internal Task<IReadOnlyList<PageVisit>> VisitsAsync(string language) => visits.GetOrAdd(language, wanted => new(() => WalkAsync(wanted))).Value;

    /// <summary>In several windows at once: a page spends half its time on waiting.</summary>
    private async Task<IReadOnlyList<PageVisit>> WalkAsync(string language)
    {
        var left = new ConcurrentQueue<string>(await PathsAsync());
        var made = new ConcurrentBag<PageVisit>();
        await Task.WhenAll(Enumerable.Range(0, Windows).Select(async _ =>
        {
            var window = await VisitingWindow.OpenAsync(await OpenAsync(language, ""), language);
            while (left.TryDequeue(out var path))
            {
                made.Add(await window.VisitAsync(path));
            }

            await window.CloseAsync();
        }));
        return [.. made];
    }

    private static async Task<string[]> LinksAsync(IPage page, string selector)
        => await page.Locator(selector).EvaluateAllAsync<string[]>("links => [...new Set(links.map(a => new URL(a.href)).map(u => u.pathname + u.search))]");

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
