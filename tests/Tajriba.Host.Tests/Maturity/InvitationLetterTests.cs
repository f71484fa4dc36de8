using Microsoft.Extensions.DependencyInjection;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Host.Tests.Indicators;
using Tajriba.Host.Tests.Messages;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;
using Tajriba.Leadership.Maturity.Answer;
using Tajriba.Leadership.Maturity.Campaigns;
using Tajriba.Leadership.Maturity.Frames;
using Tajriba.Leadership.Maturity.Invitations;
using Tajriba.Touchpoints.Channels.Messages;

namespace Tajriba.Host.Tests.Maturity;

/// <summary>Whoever was asked and has not answered is reminded by e-mail, as often as somebody asks for it.</summary>
public sealed class InvitationLetterTests
{
    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task A_reminder_reaches_by_mail_who_has_not_answered(DatabaseProvider provider)
    {
        await using var site = await MessageSite.OpenAsync(provider);
        DateTimeOffset noon = new(DateTime.UtcNow.Date.AddHours(12), TimeSpan.Zero);
        var today = DateOnly.FromDateTime(noon.UtcDateTime);
        long north = await DigestTests.PersonAsync(site.Site, "north@example.com", "n1"), nowhere = await site.Site.AddPersonAsync(BuiltInRoles.Manager, "n1");
        Assert.Null(await site.Site.Services.GetRequiredService<IPeople>().SetPreferencesAsync(north, ReaderPreferences.Of("fa")));
        Campaign campaign = await site.Site.Services.GetRequiredService<CampaignStore>().AddAsync(OwnFrame.Key, 0, new("نگاه پاییز", ["n1"], today.AddDays(-5), today.AddDays(20), true, 5, 4));
        InvitationStore store = site.Site.Services.GetRequiredService<InvitationStore>();
        await store.InviteAsync(campaign.Id, [(north, "n1", AnswerRole.Staff), (nowhere, "n1", AnswerRole.Staff)]);
        await RunAsync(site, noon);
        Assert.Empty(await SentAsync(site));

        await store.RemindAsync(campaign.Id, today);
        await RunAsync(site, noon);
        await RunAsync(site, noon.AddDays(1));
        MessageRecord first = Assert.Single(await SentAsync(site));
        Assert.Equal(("reminder", north), (first.Purpose, first.PersonId));
        Assert.Contains("نگاه پاییز", first.Content!.Subject, StringComparison.Ordinal);
        Assert.Contains($"http://localhost/maturity/invitations/{campaign.Id}", first.Content.Plain, StringComparison.Ordinal);
        Assert.Contains("dir=\"rtl\"", first.Content.Html, StringComparison.Ordinal);

        await store.RemindAsync(campaign.Id, today.AddDays(6));
        await RunAsync(site, noon.AddDays(6));
        Assert.Equal(2, (await SentAsync(site)).Count);

        // A reminder of days ago is sent no more, nor one of an assessment that is over.
        await RunAsync(site, noon.AddDays(12));
        await RunAsync(site, noon.AddDays(22));
        Assert.Equal(2, (await SentAsync(site)).Count);
    }

    private static Task<IReadOnlyList<MessageRecord>> SentAsync(MessageSite site) => site.Store.ListAsync(new(), long.MaxValue, 10);

    /// <summary>Runs the job as if it were then, by the clocks of a house at Greenwich.</summary>
    private static async Task RunAsync(MessageSite site, DateTimeOffset now)
    {
        await using AsyncServiceScope scope = site.Site.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<InvitationJob>(scope.ServiceProvider, new Then(now)).RunAsync(CancellationToken.None);
    }
}
