using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Feedback.Cases;
using Tajriba.Experience.Feedback.Promises;
using Tajriba.Experience.Feedback.Promises.Escalations;
using Tajriba.Experience.Feedback.Rules;
using Tajriba.Experience.Feedback.Rules.Handlers;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Host.Tests.Indicators;

namespace Tajriba.Host.Tests.Feedback.Promises;

/// <summary>Rules, handlers and escalations are set on their pages, in any digits, and put back.</summary>
public sealed class RulesPageTests
{
    [Fact]
    public async Task A_rule_is_made_switched_and_taken_away_and_each_can_be_undone()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient browser = await site.AdministratorAsync();
        RuleBook rules = site.Services.GetRequiredService<RuleBook>();
        (string, string)[] rule = [("key", "lost-bag"), ("seen", "0"), ("title-en", "Lost bag"), ("title-fa", "چمدان گم‌شده"), ("trigger", "Feedback"), ("place", "۵"), ("phrases", "چمدان\nlost bag"), ("negative", "۵۰"), ("priority", "Urgent"), ("assigns", "true")];
        Assert.Contains("done=saved", await SaveAsync(browser, rule), StringComparison.Ordinal);
        CaseRule made = rules.All[0];
        Assert.Equal(("lost-bag", 5, 0.5, CasePriority.Urgent, false), (made.Key, made.Place, made.NegativeFrom, made.Priority, made.IsOn));
        Assert.Equal(["چمدان", "lost bag"], made.Phrases);
        Assert.Contains("wrong=meanwhile", await SaveAsync(browser, rule), StringComparison.Ordinal);
        Assert.Contains("wrong=number", await SaveAsync(browser, [.. rule, ("times", "x"), ("trigger", "Repetition")]), StringComparison.Ordinal);
        Assert.Contains("wrong=score", await SaveAsync(browser, [("key", "score"), ("title-en", "x"), ("trigger", "Score")]), StringComparison.Ordinal);
        Assert.Contains("wrong=event", await SaveAsync(browser, [("key", "event"), ("title-en", "x"), ("trigger", "Repetition")]), StringComparison.Ordinal);
        Assert.Contains("wrong=key", await SaveAsync(browser, [("key", "No Key"), ("title-en", "x")]), StringComparison.Ordinal);
        Assert.Contains("wrong=unit", await SaveAsync(browser, [("key", "unit"), ("title-en", "x"), ("unit", "nowhere")]), StringComparison.Ordinal);

        Assert.Contains("done=saved", await IndicatorPageTests.PostAsync(browser, "/feedback/settings/rules", "/feedback/settings/rules/switch", [("key", "lost-bag"), ("seen", "1"), ("on", "true")]), StringComparison.Ordinal);
        Assert.True(rules.Find("lost-bag")!.IsOn);
        Assert.Contains("done=saved", await IndicatorPageTests.PostAsync(browser, "/feedback/settings/rules", "/feedback/settings/rules/remove", [("key", "lost-bag"), ("seen", "2")]), StringComparison.Ordinal);
        Assert.Null(rules.Find("lost-bag"));
        await IndicatorPageTests.PostAsync(browser, "/feedback/settings/rules", "/feedback/settings/undo", [("kind", "rule"), ("key", "lost-bag"), ("version", "3"), ("back", "/feedback/settings/rules")]);
        Assert.True(rules.Find("lost-bag")!.IsOn);

        // One that comes with the product is changed, and put back by undoing.
        await IndicatorPageTests.PostAsync(browser, "/feedback/settings/rules", "/feedback/settings/rules/switch", [("key", "complaint"), ("seen", "0"), ("on", "false")]);
        Assert.False(rules.Find("complaint")!.IsOn);
        await IndicatorPageTests.PostAsync(browser, "/feedback/settings/rules", "/feedback/settings/undo", [("kind", "rule"), ("key", "complaint"), ("version", "1"), ("back", "/feedback/settings/rules")]);
        Assert.True(rules.Find("complaint")!.IsOn);
        IDocument page = await browser.PageAsync("/feedback/settings/rules?edit=lost-bag");
        Assert.Equal("lost-bag", page.QuerySelector("input[name=key]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Escalations_and_handlers_are_set_on_their_pages()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient browser = await site.AdministratorAsync();
        string saved = await IndicatorPageTests.PostAsync(
            browser, "/feedback/settings/escalations", "/feedback/settings/escalations/save",
            [("seen", "0"), ("share-0", "150"), ("to-0", "Above"), ("raises-0", "true"), ("share-2", "۷۵"), ("to-2", "Handler"), ("days", "۳")]);
        Assert.Contains("done=saved", saved, StringComparison.Ordinal);
        EscalationPlan plan = site.Services.GetRequiredService<IPromises>().Escalations;
        Assert.Equal([new EscalationStep(0.75, EscalationTo.Handler, false), new EscalationStep(1.5, EscalationTo.Above, true)], plan.Steps);
        Assert.Equal(3, plan.CloseAfterDays);
        Assert.Contains("wrong=days", await IndicatorPageTests.PostAsync(browser, "/feedback/settings/escalations", "/feedback/settings/escalations/save", [("seen", "1"), ("days", "0")]), StringComparison.Ordinal);
        Assert.Contains("wrong=share", await IndicatorPageTests.PostAsync(browser, "/feedback/settings/escalations", "/feedback/settings/escalations/save", [("seen", "1"), ("days", "3"), ("share-0", "5"), ("to-0", "Unit")]), StringComparison.Ordinal);

        Assert.NotNull((await browser.PageAsync("/feedback/settings/handlers")).QuerySelector("tbody tr"));
        Assert.NotNull((await browser.PageAsync("/feedback/settings/handlers?edit=1")).QuerySelector("form[action$='/handlers/save']"));
        Assert.Contains("done=saved", await IndicatorPageTests.PostAsync(
            browser, "/feedback/settings/handlers?edit=1", "/feedback/settings/handlers/save",
            [("person", "1"), ("seen", "0"), ("gets", "true"), ("topics", "speed"), ("topics", "nothing"), ("languages", "fa"), ("most", "۱۲")]), StringComparison.Ordinal);
        HandlerProfile profile = site.Services.GetRequiredService<CaseRouting>().ProfileOf(1)!;
        Assert.Equal((12, false), (profile.MostOpen, profile.IsAway));
        Assert.Equal(["speed"], profile.Topics);
        Assert.Equal(["fa"], profile.Languages);
        Assert.Contains("wrong=most", await IndicatorPageTests.PostAsync(
            browser, "/feedback/settings/handlers?edit=1", "/feedback/settings/handlers/save", [("person", "1"), ("seen", "1"), ("gets", "true"), ("most", "0")]), StringComparison.Ordinal);
    }

    private static Task<string> SaveAsync(HttpClient browser, (string, string)[] fields) => IndicatorPageTests.PostAsync(browser, "/feedback/settings/rules", "/feedback/settings/rules/save", fields);
}
