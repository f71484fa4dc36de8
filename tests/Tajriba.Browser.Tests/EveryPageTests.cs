using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Tajriba.Browser.Tests;

/// <summary>What every page of the navigation owes its reader, in each language.</summary>
[Collection(DemoSiteTests.Name)]
public sealed class EveryPageTests(DemoSite site)
{
    public static TheoryData<string> Languages => ["en", "fa", "ar"];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Pages_speak_the_language_are_accessible_and_log_no_error(string language)
    {
        var problems = new ConcurrentQueue<string>();
        await site.WalkAsync(
            language,
            page =>
            {
                page.Console += (_, message) =>
                {
                    if (message.Type == "error")
                    {
                        problems.Enqueue($"{page.Url}: {message.Text}");
                    }
                };
                page.PageError += (_, error) => problems.Enqueue($"{page.Url}: {error}");
                return Task.CompletedTask;
            },
            async (page, path) =>
            {
                foreach (var problem in await ProblemsAsync(page, path, language))
                {
                    problems.Enqueue($"{path}: {problem}");
                }
            });
        Assert.Empty(problems);
    }

    private static async Task<IReadOnlyList<string>> ProblemsAsync(IPage page, string path, string language)
    {
        var answer = await page.GotoAsync(path);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await ScreenshotAsync(page, path, language);
        if (answer is not { Status: 200 })
        {
            return [$"answered {answer?.Status}"];
        }

        var problems = new List<string>();
        var root = page.Locator("html");
        if (await root.GetAttributeAsync("lang") != language || await root.GetAttributeAsync("dir") != (language == "en" ? "ltr" : "rtl"))
        {
            problems.Add("wrong lang or dir");
        }

        if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"))
        {
            problems.Add("scrolls sideways");
        }

        problems.AddRange(await ViolationsAsync(page));
        return problems;
    }

    /// <summary>What WCAG 2.1 AA forbids. Frames are left out: the editor's preview lets no script in, its page is tested as itself.</summary>
    internal static async Task<IEnumerable<string>> ViolationsAsync(IPage page)
    {
        var found = await page.RunAxe(new AxeRunOptions { Iframes = false, RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21aa"] } });
        return found.Violations.Select(violation => $"{violation.Id} on {violation.Nodes[0].Target} ({violation.Nodes.Length})");
    }

    internal static Task ScreenshotAsync(IPage page, string path, string language)
    {
        var folder = Checkout.PathOf("artifacts", "screenshots");
        Directory.CreateDirectory(folder);
        var name = path.Trim('/').Replace('/', '-').Replace("?tab=", "-", StringComparison.Ordinal);
        return page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{(name.Length == 0 ? "home" : name)}-{language}.png"), FullPage = true });
    }
}
