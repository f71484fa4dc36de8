using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Tajriba.Browser.Tests.Surveys;

/// <summary>The pages of respondents where they stand in life: in a frame of a shop, on a device in a branch, under a keyboard.</summary>
[Collection(DemoSiteTests.Name)]
public sealed class RespondTests(DemoSite site)
{
    [Fact]
    public async Task A_survey_in_a_frame_of_another_site_shows_on_its_trigger_and_its_answer_arrives()
    {
        await using var shops = new ForeignSite();
        await using var others = new ForeignSite();
        var house = await site.OpenAsync("en", "/surveys/after-service");
        await house.Locator("textarea[name=origins]").FillAsync(shops.Origin);
        await house.Locator("form:has(textarea[name=origins]) button[type=submit]").ClickAsync();
        await house.WaitForURLAsync("**/surveys/after-service?done=saved");
        var token = (await house.Locator("main a[href^='/s/']").First.GetAttributeAsync("href"))!["/s/".Length..];

        var shop = await site.VisitAsync("fa", "about:blank", script: true);
        var text = $"""<!DOCTYPE html><html lang="fa" dir="rtl"><title>Shop</title><body><h1>Shop</h1><script src="{new Uri(site.Product.Address, "/embed/survey.js")}" data-survey="{token}" data-event="bought" data-title="Your visit"></script></body></html>""";
        shops.Page = others.Page = text;
        await shop.GotoAsync(shops.Origin);
        await Expect(shop.Locator("iframe")).ToHaveCountAsync(0);
        await shop.EvaluateAsync("dispatchEvent(new CustomEvent('tajriba:track', { detail: { event: 'looked' } }))");
        await Expect(shop.Locator("iframe")).ToHaveCountAsync(0);
        await shop.EvaluateAsync("dispatchEvent(new CustomEvent('tajriba:track', { detail: { event: 'bought' } }))");
        var frame = shop.FrameLocator("iframe");
        await Expect(frame.Locator("html")).ToHaveAttributeAsync("lang", "fa");
        await frame.Locator("label:has(input[value='9'])").ClickAsync();
        await VisitingWindow.ScreenshotAsync(shop, "embed", "fa");
        await frame.Locator("button.main").ClickAsync();
        await Expect(frame.Locator("input[name^='q['][value='4']").First).ToBeAttachedAsync();
        foreach (var name in await frame.Locator("input[name^='q['][value='4']").EvaluateAllAsync<string[]>("radios => radios.map(r => r.name)"))
        {
            await frame.Locator($"label:has(input[name='{name}'][value='4'])").ClickAsync();
        }

        await frame.Locator("button.main").ClickAsync();
        await frame.Locator("textarea").First.FillAsync("خوب بود");
        await frame.Locator("button.main").ClickAsync();
        await Expect(frame.Locator("main")).ToContainTextAsync("سپاسگزاریم");
        await Expect(shop.Locator("iframe")).ToHaveCountAsync(0, new() { Timeout = 10_000 });

        JsonElement newest = default;
        for (var i = 0; i < 50; i++)
        {
            newest = (await (await house.Context.APIRequest.GetAsync("/api/surveys/after-service/responses?limit=1")).JsonAsync())!.Value.GetProperty("data")[0];
            if (newest.GetProperty("mode").GetString() == "embed")
            {
                break;
            }

            await Task.Delay(200);
        }

        Assert.Equal(("embed", "fa"), (newest.GetProperty("mode").GetString(), newest.GetProperty("language").GetString()));

        // Once shown, it is not shown again; and a site that is not on the list shows nothing.
        await shop.ReloadAsync();
        await shop.EvaluateAsync("dispatchEvent(new CustomEvent('tajriba:track', { detail: { event: 'bought' } }))");
        await Expect(shop.Locator("iframe")).ToHaveCountAsync(0);
        await shop.GotoAsync(others.Origin);
        var refused = shop.WaitForConsoleMessageAsync(new() { Predicate = message => message.Text.Contains("frame-ancestors", StringComparison.Ordinal) });
        await shop.EvaluateAsync("tajribaSurvey.show()");
        await refused;
        Assert.Equal(0, await shop.FrameLocator("iframe").Locator("form").CountAsync());
    }

    [Fact]
    public async Task A_kiosk_begins_anew_when_nobody_touches_it_and_after_the_thanks()
    {
        var house = await site.OpenAsync("en", "/surveys/after-service");
        await house.Locator("form[action$='/places'] select[name=unit]").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await house.Locator("form[action$='/places'] select[name=kind]").SelectOptionAsync("kiosk");
        await house.Locator("form[action$='/places'] button[type=submit]").ClickAsync();
        var address = (await house.Locator("main a[href^='/k/']").First.GetAttributeAsync("href"))!;
        var kiosk = await site.VisitAsync("fa", "about:blank", script: true);
        await kiosk.Clock.InstallAsync();
        await kiosk.GotoAsync(address);
        await kiosk.Locator("input[type=radio][value='9']").CheckAsync(new() { Force = true });
        await VisitingWindow.ScreenshotAsync(kiosk, "kiosk", "fa");
        await kiosk.Locator("button.main").ClickAsync();
        await Expect(kiosk.Locator("input[name^='q['][value='4']").First).ToBeAttachedAsync();
        await kiosk.Clock.FastForwardAsync(91_000);
        await kiosk.WaitForURLAsync("**" + address);
        await Expect(kiosk.Locator("input[type=radio][value='9']")).Not.ToBeCheckedAsync();
        Assert.Empty(await kiosk.Context.CookiesAsync());
    }

    [Fact]
    public async Task A_survey_is_answered_by_keyboard_alone()
    {
        var house = await site.OpenAsync("en", "/surveys/after-service");
        var page = await site.VisitAsync("en", (await house.Locator("main a[href^='/s/']").First.GetAttributeAsync("href"))!, script: true);
        for (var presses = 0; presses < 200 && await page.Locator("form").CountAsync() > 0; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            var on = await page.EvaluateAsync<string>("(e => e.tagName + '.' + (e.type || '') + (e.type === 'radio' && [...document.getElementsByName(e.name)].some(o => o.checked) ? '.done' : ''))(document.activeElement)");
            if (on == "INPUT.radio")
            {
                await page.Keyboard.PressAsync("Space");
                await page.Keyboard.PressAsync("ArrowRight");
            }
            else if (on == "TEXTAREA.textarea")
            {
                await page.Keyboard.TypeAsync("By keyboard");
            }
            else if (on == "BUTTON.submit" && await page.EvaluateAsync<bool>("document.activeElement.classList.contains('main')"))
            {
                await page.EvaluateAsync("document.body.dataset.old = 1");
                await page.Keyboard.PressAsync("Enter");
                await page.Locator("body:not([data-old])").WaitForAsync();
            }
        }

        await Expect(page.Locator("main")).ToContainTextAsync("Thank you");
    }
}
