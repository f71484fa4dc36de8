using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Host.Tests.Access;
using Tajriba.Kernel.Access;
using Tajriba.Leadership.Maturity.Answer;
using Tajriba.Leadership.Maturity.Campaigns;
using Tajriba.Leadership.Maturity.Frames;
using Tajriba.Leadership.Maturity.Invitations;

namespace Tajriba.Host.Tests.Maturity;

public sealed class SqliteInvitationTests(TestSite site) : InvitationTests(site), IClassFixture<TestSite>;

public sealed class PostgresInvitationTests(PostgresTestSite site) : InvitationTests(site.Present()), IClassFixture<PostgresTestSite>;

/// <summary>People are asked by name; it waits for them until they have answered, and nobody learns who said what.</summary>
public abstract class InvitationTests(TestSite site)
{
    private const string Answering = "/cx-process";

    private InvitationStore Store => site.Services.GetRequiredService<InvitationStore>();

    [SkippableFact]
    public async Task Who_is_asked_by_unit_finds_it_on_the_first_page_until_they_have_answered()
    {
        var campaign = await CampaignAsync("Waits for answers", isAnonymous: true);
        using var holder = await site.BrowserOfAsync(BuiltInRoles.Administrator);
        var asked = await site.AddPersonAsync("agent", "n1");
        using var browser = site.Browser();
        await site.SignInAsync(browser, asked);
        var page = campaign.Path + "/invite?unit=n1";
        Assert.DoesNotContain(campaign.Plan.Name, await browser.GetStringAsync("/"), StringComparison.Ordinal);

        using var sent = await holder.PostFormAsync(page, campaign.Path + "/invitations/add", ("unit", "own"), ("as", "Staff"));
        Assert.Contains("done=invited", sent.Headers.Location!.ToString(), StringComparison.Ordinal);
        var invitation = (await Store.FindAsync(campaign.Id, asked))!;
        Assert.Equal(("n1", AnswerRole.Staff, false), (invitation.Unit, invitation.Role, invitation.HasAnswered));
        Assert.Contains(invitation.Path, await browser.GetStringAsync("/"), StringComparison.Ordinal);
        using var reminded = await holder.PostFormAsync(campaign.Path + "?view=doors", campaign.Path + "/invitations/remind");
        Assert.NotNull((await Store.FindAsync(campaign.Id, asked))!.RemindedOn);

        using var begun = await browser.PostFormAsync(invitation.Path, invitation.Path + "/begin");
        var sheet = begun.Headers.Location!.ToString();
        using var handed = await browser.PostFormAsync(sheet, sheet + "/save", ("go", "done"));
        Assert.EndsWith("?done=handed", handed.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(invitation.Path, await browser.GetStringAsync("/"), StringComparison.Ordinal);

        // Which sheet is whose is nowhere kept.
        var kept = (await Store.FindAsync(campaign.Id, asked))!;
        Assert.True(kept.HasAnswered);
        Assert.Null(kept.SheetToken);
        Assert.Null(Assert.Single(await site.Services.GetRequiredService<SheetStore>().OfAsync(campaign.Id)).Name);
    }

    [SkippableFact]
    public async Task A_named_sheet_is_found_again_and_an_act_is_taken_back_whole()
    {
        var campaign = await CampaignAsync("With names", isAnonymous: false);
        var asked = await site.AddPersonAsync("agent", "n1");
        (var batch, var count) = await Store.InviteAsync(campaign.Id, [(asked, "n1", AnswerRole.Leader), (asked, "north", AnswerRole.Staff)]);
        Assert.Equal(1, count);
        using var browser = site.Browser();
        await site.SignInAsync(browser, asked);
        var path = $"/maturity/invitations/{campaign.Id}";
        using var first = await browser.PostFormAsync(path, path + "/begin");
        using var again = await browser.PostFormAsync(path, path + "/begin");
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Equal(AnswerRole.Leader, Assert.Single(await site.Services.GetRequiredService<SheetStore>().OfAsync(campaign.Id)).Role);

        using var holder = await site.BrowserOfAsync(BuiltInRoles.Administrator);
        using var back = await holder.PostFormAsync($"{campaign.Path}?view=doors&done=invited&batch={batch}", campaign.Path + "/invitations/undo");
        Assert.Contains("done=uninvited", back.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Empty(await Store.OfAsync(campaign.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(path)).StatusCode);
    }

    [SkippableFact]
    public async Task Nobody_begins_for_somebody_else_and_few_people_are_not_told_about()
    {
        var campaign = await CampaignAsync("Of few", isAnonymous: true);
        await Store.InviteAsync(campaign.Id, [(await site.AddPersonAsync("agent", "n1"), "n1", AnswerRole.Staff), (await site.AddPersonAsync("agent", "n1"), "n1", AnswerRole.Staff)]);
        using var other = await site.BrowserOfAsync("agent", "n1");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/maturity/invitations/{campaign.Id}")).StatusCode);
        var token = (await other.PageAsync("/preferences")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var refused = await other.PostAsync($"/maturity/invitations/{campaign.Id}/begin", new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);

        using var holder = await site.BrowserOfAsync(BuiltInRoles.Administrator);
        var doors = await holder.PageAsync(campaign.Path + "?view=doors");
        Assert.DoesNotContain("0 of 2", doors.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(doors.QuerySelectorAll(".badge"), b => b.TextContent is "Answered" or "Asked");
    }

    [SkippableFact]
    public async Task Figures_stand_beside_the_scale_for_whom_they_are_and_choose_nothing()
    {
        var campaign = await CampaignAsync("With figures", isAnonymous: true);
        var door = (await site.Services.GetRequiredService<CampaignStore>().DoorsAsync(campaign.Id))[0];
        var sheet = "/sheet/" + await site.Services.GetRequiredService<SheetStore>().BeginAsync(door, null) + Answering;
        using var stranger = site.Browser();
        using var executive = await site.BrowserOfAsync("executive");
        Assert.Null(await site.Services.GetRequiredService<IRoles>().SaveAsync("sees-nothing", new("Sees nothing"), ["maturity.view"]));
        using var narrow = await site.BrowserOfAsync("sees-nothing");

        var shown = await executive.PageAsync(sheet);
        Assert.NotEmpty(shown.QuerySelectorAll(".assess-known a[href='/indicators'], .assess-known a[href='/journeys']"));
        var known = new List<string>();
        foreach (var component in (await site.Services.GetRequiredService<FrameLibrary>().FindAsync(OwnFrame.Key, 0))!.Components)
        {
            known.AddRange((await executive.PageAsync(sheet[..^Answering.Length] + "/" + component.Key)).QuerySelectorAll(".assess-known a").Select(a => a.GetAttribute("href")!));
        }

        Assert.Superset(new HashSet<string>(["/governance/decisions", "/work-culture/learning", "/work-culture/pulse", "/insights", "/journeys", "/indicators"]), known.ToHashSet());
        Assert.All(shown.QuerySelectorAll("input[type=radio][checked]"), input => Assert.Equal("", input.GetAttribute("value")));
        foreach (var browser in new[] { stranger, narrow })
        {
            var page = await browser.PageAsync(sheet);
            Assert.NotEmpty(page.QuerySelectorAll(".assess-practice"));
            Assert.Empty(page.QuerySelectorAll(".assess-known, .assess-level .badge"));
        }
    }

    private Task<Campaign> CampaignAsync(string name, bool isAnonymous) => site.Services.GetRequiredService<CampaignStore>().AddAsync(
        OwnFrame.Key, 0, new(name, ["north", "n1"], new(2026, 1, 1), new(2999, 1, 1), isAnonymous, 5, 4));
}
