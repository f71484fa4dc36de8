using Microsoft.Extensions.DependencyInjection;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Host.Tests.Indicators;
using Tajriba.Host.Tests.Messages;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;
using Tajriba.Organization.Objectives.Checkins;
using Tajriba.Organization.Objectives.Cycles;
using Tajriba.Organization.Objectives.Follow;
using Tajriba.Organization.Objectives.Records;
using Tajriba.Organization.Objectives.Reviews;
using Tajriba.Touchpoints.Channels.Messages;

namespace Tajriba.Host.Tests.Objectives;

/// <summary>Whoever answers for an objective is reminded to say how it stands, and of what they took on for others.</summary>
public sealed class ReminderTests
{
    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Who_is_silent_is_reminded_once_a_week_until_they_have_spoken(DatabaseProvider provider)
    {
        await using var site = await MessageSite.OpenAsync(provider);
        ObjectiveBook book = site.Site.Services.GetRequiredService<ObjectiveBook>();
        long north = await DigestTests.PersonAsync(site.Site, "north@example.com", "n1"), south = await DigestTests.PersonAsync(site.Site, "south@example.com", "s1");
        long nowhere = await site.Site.AddPersonAsync(BuiltInRoles.Manager, "n1");
        Assert.Null(await site.Site.Services.GetRequiredService<IPeople>().SetPreferencesAsync(north, ReaderPreferences.Of("fa")));
        DateTimeOffset noon = new(DateTime.UtcNow.Date.AddHours(12), TimeSpan.Zero);
        var today = DateOnly.FromDateTime(noon.UtcDateTime);
        await book.AddAsync(ObjectiveKind.Cycle, "C", new Cycle("Autumn", today.AddDays(-10), today.AddDays(80)), null);
        await book.AddAsync(ObjectiveKind.Objective, "O", new Objective("هیچ مشتری بی‌پاسخ نماند", "", "C-1", ObjectiveLevel.Team, "n1", north), null);

        // Of the unit of others, which its owner may not see any more; of somebody without an address.
        await book.AddAsync(ObjectiveKind.Objective, "O", new Objective("Elsewhere", "", "C-1", ObjectiveLevel.Team, "n1", south), null);
        await book.AddAsync(ObjectiveKind.Objective, "O", new Objective("Unreached", "", "C-1", ObjectiveLevel.Team, "n1", nowhere), null);
        await RunAsync(site, new(noon.Date.AddHours(2), TimeSpan.Zero));
        Assert.Empty(await SentAsync(site));
        await RunAsync(site, noon);
        await RunAsync(site, noon.AddHours(3));
        await RunAsync(site, noon.AddDays(6));
        MessageRecord first = Assert.Single(await SentAsync(site));
        Assert.Equal(("reminder", north, false), (first.Purpose, first.PersonId, first.Counts));
        Assert.Contains("۱", first.Content!.Subject, StringComparison.Ordinal);
        foreach (string part in new[] { first.Content.Plain, first.Content.Html! })
        {
            Assert.Contains("هیچ مشتری بی‌پاسخ نماند", part, StringComparison.Ordinal);
            Assert.Contains("http://localhost/objectives/O-1#checkin", part, StringComparison.Ordinal);
            Assert.DoesNotContain("Elsewhere", part, StringComparison.Ordinal);
            Assert.DoesNotContain("{", part, StringComparison.Ordinal);
        }

        Assert.Contains("dir=\"rtl\"", first.Content.Html, StringComparison.Ordinal);

        // Said now, but something is to be done; done, and nothing is left.
        await book.SaveAsync(ObjectiveKind.Checkin, "O-1", 0, new Checkin(noon.AddDays(6), 0.8, "Going well") { By = north }, north);
        await book.AddAsync(ObjectiveKind.Action, "A", new CorrectiveAction("O-1", "Call <everybody> back", north, today.AddDays(3), null), null);
        await RunAsync(site, noon.AddDays(7));
        MessageRecord second = (await SentAsync(site)).Single(m => m.Id != first.Id);
        Assert.Contains("Call <everybody> back", second.Content!.Plain, StringComparison.Ordinal);
        Assert.Contains("Call &lt;everybody&gt; back", second.Content.Html!, StringComparison.Ordinal);
        Assert.DoesNotContain("#checkin", second.Content.Plain, StringComparison.Ordinal);
        await book.SaveAsync(ObjectiveKind.Action, "A-1", 1, new CorrectiveAction("O-1", "Call <everybody> back", north, today.AddDays(3), null) { DoneOn = today }, north);
        await book.SaveAsync(ObjectiveKind.Checkin, "O-1", 1, new Checkin(noon.AddDays(13), 0.9, "Better") { By = north }, north);
        await RunAsync(site, noon.AddDays(14));
        Assert.Equal(2, (await SentAsync(site)).Count);
    }

    private static Task<IReadOnlyList<MessageRecord>> SentAsync(MessageSite site) => site.Store.ListAsync(new(), long.MaxValue, 10);

    /// <summary>Runs the job as if it were then, by the clocks of a house at Greenwich.</summary>
    private static async Task RunAsync(MessageSite site, DateTimeOffset now)
    {
        await using AsyncServiceScope scope = site.Site.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<ReminderJob>(scope.ServiceProvider, new Then(now)).RunAsync(CancellationToken.None);
    }
}
