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

        // Colours and structure are the same in every language; what has a name, and in which language, is not.
        problems.AddRange(language == "fa" ? await ViolationsAsync(page) : await ViolationsAsync(page, ["cat.name-role-value", "cat.text-alternatives", "cat.language", "cat.forms"]));
        return problems;
    }

    /// <summary>What WCAG 2.1 AA forbids. Frames are left out: the editor's preview lets no script in, its page is tested as itself.</summary>
    internal static Task<IEnumerable<string>> ViolationsAsync(IPage page) => ViolationsAsync(page, ["wcag2a", "wcag2aa", "wcag21aa"]);

    private static async Task<IEnumerable<string>> ViolationsAsync(IPage page, List<string> tags)
    {
        var found = await page.RunAxe(new AxeRunOptions { Iframes = false, RunOnly = new() { Type = "tag", Values = tags } });
        return found.Violations.Select(violation => $"{violation.Id} on {violation.Nodes[0].Target} ({violation.Nodes.Length})");
    }

    /// <summary>Keeps a picture of a page, where somebody wants to look at them (<c>TAJRIBA_SCREENSHOTS</c>).</summary>
    internal static Task ScreenshotAsync(IPage page, string path, string language)
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
}
