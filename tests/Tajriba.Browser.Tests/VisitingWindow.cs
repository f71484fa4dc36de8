using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Tajriba.Browser.Tests;

/// <summary>A window that goes from page to page as if each were the first.</summary>
internal sealed class VisitingWindow
{
    /// <summary>The language in which everything is looked at: colours, structure and weight are the same in the others.</summary>
    public const string Whole = "fa";

    /// <summary>Looks in a row at which nothing was loading.</summary>
    private const int Calm = 3;
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly IPage page;
    private readonly string language;
    private readonly ConcurrentQueue<string> problems = new();
    private readonly ConcurrentDictionary<string, byte> loading = new(StringComparer.Ordinal);
    private long bytes;

    private VisitingWindow(IPage page, string language) => (this.page, this.language) = (page, language);

    public static async Task<VisitingWindow> OpenAsync(IPage page, string language)
    {
        var window = new VisitingWindow(page, language);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                window.problems.Enqueue(message.Text);
            }
        };
        page.PageError += (_, error) => window.problems.Enqueue(error);
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = language == Whole });
        session.Event("Network.requestWillBeSent").OnEvent += (_, message) => window.loading[RequestOf(message)] = 0;
        session.Event("Network.loadingFailed").OnEvent += (_, message) => window.loading.TryRemove(RequestOf(message), out byte _);
        session.Event("Network.loadingFinished").OnEvent += (_, message) =>
        {
            Interlocked.Add(ref window.bytes, message!.Value.GetProperty("encodedDataLength").GetInt64());
            window.loading.TryRemove(RequestOf(message), out byte _);
        };
        return window;
    }

    public async Task<PageVisit> VisitAsync(string path)
    {
        // Whatever the page before still loads ends here, and is not counted.
        await page.GotoAsync("about:blank");
        problems.Clear();
        Interlocked.Exchange(ref bytes, 0);
        loading.Clear();
        var answer = await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Commit });
        await SettleAsync();
        var weight = Interlocked.Read(ref bytes);
        await ScreenshotAsync(page, path, language);
        if (answer is not { Status: 200 })
        {
            return new(path, [$"answered {answer?.Status}"], weight, false);
        }

        var root = page.Locator("html");
        if (await root.GetAttributeAsync("lang") != language || await root.GetAttributeAsync("dir") != (language == "en" ? "ltr" : "rtl"))
        {
            problems.Enqueue("wrong lang or dir");
        }

        if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"))
        {
            problems.Enqueue("scrolls sideways");
        }

        // What has a name, and in which language, differs.
        var found = language == Whole ? await ViolationsAsync(page) : await ViolationsAsync(page, ["cat.name-role-value", "cat.text-alternatives", "cat.language", "cat.forms"]);
        return new(path, [.. problems, .. found], weight, await page.Locator("t-chart, t-process-map").CountAsync() > 0);
    }

    /// <summary>Waits until nothing is loading any more and the page has nothing left to do; at most some seconds, since a page may ask again and again.</summary>
    private async Task SettleAsync()
    {
        var begun = Stopwatch.GetTimestamp();
        var calm = 0;
        while (calm < Calm && Stopwatch.GetElapsedTime(begun) < Patience)
        {
            await page.EvaluateAsync("() => new Promise(done => document.readyState === 'complete' ? requestIdleCallback(done, { timeout: 500 }) : setTimeout(done, 25))");
            await Task.Delay(Moment);
            calm = loading.IsEmpty ? calm + 1 : 0;
        }
    }

    private static string RequestOf(JsonElement? message) => message!.Value.GetProperty("requestId").GetString()!;

    public Task CloseAsync() => page.Context.CloseAsync();

    /// <summary>What WCAG 2.1 AA forbids. Frames are left out: the editor's preview lets no script in, its page is tested as itself.</summary>
    public static Task<IEnumerable<string>> ViolationsAsync(IPage page) => ViolationsAsync(page, ["wcag2a", "wcag2aa", "wcag21aa"]);

    /// <summary>Keeps a picture of a page, where somebody wants to look at them (<c>TAJRIBA_SCREENSHOTS</c>).</summary>
    public static Task ScreenshotAsync(IPage page, string path, string language)
    {
        if (Environment.GetEnvironmentVariable("TAJRIBA_SCREENSHOTS") is not { Length: > 0 })
        {
            return Task.CompletedTask;
        }

        var folder = Checkout.PathOf("artifacts", "screenshots");
        Directory.CreateDirectory(folder);
        var name = path.Trim('/').Replace('/', '-').Replace("?tab=", "-", StringComparison.Ordinal);
        return page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{(name.Length == 0 ? "home" : name)}-{language}.png"), FullPage = true });
    }

    private static async Task<IEnumerable<string>> ViolationsAsync(IPage page, List<string> tags)
    {
        var found = await page.RunAxe(new AxeRunOptions { Iframes = false, RunOnly = new() { Type = "tag", Values = tags } });
        return found.Violations.Select(violation => $"{violation.Id} on {violation.Nodes[0].Target} ({violation.Nodes.Length})");
    }
}
