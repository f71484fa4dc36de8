using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Tajriba.Browser.Tests.Surveys;

/// <summary>A survey is written, tried, published and answered.</summary>
[Collection(DemoSiteTests.Name)]
public sealed class EditorTests(DemoSite site)
{
    [Fact]
    public async Task A_question_is_added_moved_by_keyboard_made_conditional_previewed_published_and_answered()
    {
        var page = await site.OpenAsync("en", "/surveys/new");
        await page.Locator("input[name=key]").FillAsync("by-editor");
        await page.Locator("main form button[type=submit]").First.ClickAsync();
        await page.WaitForURLAsync("**/surveys/by-editor?done=created");
        await page.GotoAsync("/surveys/by-editor/edit");
        var rows = page.Locator(".se-row-name");
        await Expect(rows.First).ToBeVisibleAsync();
        var before = await rows.AllInnerTextsAsync();

        await page.Locator(".se-palette summary").ClickAsync();
        await page.Locator(".se-palette .menu-item", new() { HasText = "Yes or no" }).First.ClickAsync();
        await page.Keyboard.TypeAsync("Was our staff friendly and fast?");
        await Expect(rows).ToHaveCountAsync(before.Count + 1);

        // Bad practice is told: two questions in one.
        await Expect(page.Locator(".se-row.chosen .se-mark")).ToBeVisibleAsync(new() { Timeout = 10_000 });
        await Expect(page.Locator(".se-properties")).ToContainTextAsync("two things at once");

        var row = page.Locator(".se-row-name[aria-current]");
        var at = await IndexAsync(row);
        await row.FocusAsync();
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await Expect(page.Locator("[role=status].visually-hidden")).ToContainTextAsync("of");
        Assert.Equal(at - 1, await IndexAsync(page.Locator(".se-row-name[aria-current]")));
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        Assert.Equal(at, await IndexAsync(page.Locator(".se-row-name[aria-current]")));

        await page.Locator(".se-section summary", new() { HasText = "Conditions" }).ClickAsync();
        await page.Locator("fieldset.se-condition", new() { HasText = "Asked if" }).GetByRole(AriaRole.Button, new() { Name = "Add a condition" }).ClickAsync();
        await Expect(page.Locator(".se-row.chosen")).ToContainTextAsync("Has conditions");

        var frame = page.FrameLocator(".se-phone iframe");
        await Expect(frame.Locator("html")).ToHaveAttributeAsync("dir", "ltr");
        await page.Locator("#se-preview-language").SelectOptionAsync("fa");
        await Expect(frame.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        await VisitingWindow.ScreenshotAsync(page, "editor-phone", "fa");
        await page.Locator(".se-devices button").Nth(1).ClickAsync();
        await Expect(page.Locator(".se-desktop")).ToBeVisibleAsync();
        await VisitingWindow.ScreenshotAsync(page, "editor-desktop", "fa");

        await page.Locator("[data-tab=publish]").ClickAsync();
        await Expect(page.Locator(".se-sheet")).ToContainTextAsync("two things at once");
        await Expect(page.Locator(".se-state[data-state=saved]")).ToBeVisibleAsync();
        await page.Locator(".se-publish button").ClickAsync();
        await page.WaitForURLAsync("**/surveys/by-editor?done=published");

        var phone = await site.VisitAsync("en", (await page.Locator("main a[href^='/s/']").First.GetAttributeAsync("href"))!, script: false);
        await phone.Locator("input[type=radio]").First.CheckAsync(new() { Force = true });
        for (var i = 0; i < 6 && await phone.Locator("form").CountAsync() > 0; i++)
        {
            if (await phone.Locator("input[name^='q:question'][value=true]").CountAsync() > 0)
            {
                await phone.Locator("input[name^='q:question'][value=true]").CheckAsync(new() { Force = true });
            }

            await phone.Locator("button.main").ClickAsync();
        }

        await Expect(phone.Locator("main")).ToContainTextAsync("Thank you");
    }

    private static Task<int> IndexAsync(ILocator row) => row.EvaluateAsync<int>("row => [...document.querySelectorAll('.se-row-name')].indexOf(row)");
}
