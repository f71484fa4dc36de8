using Microsoft.Extensions.DependencyInjection;
using Tajriba.Host.Tests.Capture;
using Tajriba.Host.Tests.Indicators;
using Tajriba.Host.Tests.Messages;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;
using Tajriba.Organization.Governance.Bodies;
using Tajriba.Organization.Governance.Conflicts;
using Tajriba.Organization.Governance.Records;
using Tajriba.Touchpoints.Channels.Messages;

namespace Tajriba.Host.Tests.Governance;

/// <summary>Of a conflict whose day is over those hear who can settle it: once with each body, and never what is not theirs to see.</summary>
public sealed class ConflictLetterTests
{
    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Who_can_settle_a_late_conflict_hears_of_it_once_with_each_body(DatabaseProvider provider)
    {
        await using var site = await MessageSite.OpenAsync(provider);
        GovernanceBook book = site.Site.Services.GetRequiredService<GovernanceBook>();
        long north = await DigestTests.PersonAsync(site.Site, "north@example.com", "n1"), south = await DigestTests.PersonAsync(site.Site, "south@example.com", "s1");
        Assert.Null(await site.Site.Services.GetRequiredService<IPeople>().SetPreferencesAsync(north, ReaderPreferences.Of("fa")));
        DateTimeOffset noon = new(DateTime.UtcNow.Date.AddHours(12), TimeSpan.Zero);
        var today = DateOnly.FromDateTime(noon.UtcDateTime);
        await book.AddAsync(RecordKind.Body, "B", new Body("شورا", BodyKind.Council, "n1", "", [], Cadence.Monthly, [new(north, Seat.Chair)]), null);
        await book.AddAsync(RecordKind.Body, "B", new Body("Above", BodyKind.Council, "n1", "", [], Cadence.Monthly, [new(north, Seat.Chair)]), null);

        // Given to somebody who does not see the unit any more.
        await book.AddAsync(RecordKind.Conflict, "X", new Conflict("B-1", "Who pays <this>?", "", south, today.AddDays(-9), today), null);
        await RunAsync(site, noon);
        Assert.Empty(await SentAsync(site));
        await RunAsync(site, new(noon.Date.AddDays(1).AddHours(2), TimeSpan.Zero));
        Assert.Empty(await SentAsync(site));
        await RunAsync(site, noon.AddDays(1));
        await RunAsync(site, noon.AddDays(2));
        MessageRecord first = Assert.Single(await SentAsync(site));
        Assert.Equal(("reminder", north), (first.Purpose, first.PersonId));
        Assert.Contains("شورا", first.Content!.Plain, StringComparison.Ordinal);
        Assert.Contains("http://localhost/governance/conflicts", first.Content.Plain, StringComparison.Ordinal);
        Assert.Contains("dir=\"rtl\"", first.Content.Html, StringComparison.Ordinal);
        Assert.Contains("Who pays &lt;this&gt;?", first.Content.Html, StringComparison.Ordinal);

        // Handed on it has a new day; settled, nobody hears of it any more.
        Conflict handed = new("B-2", "Who pays <this>?", "", null, today.AddDays(-9), today.AddDays(5)) { Escalations = [new("B-1", today)] };
        await book.SaveAsync(RecordKind.Conflict, "X-1", 1, handed, null);
        await RunAsync(site, noon.AddDays(5));
        Assert.Single(await SentAsync(site));
        await RunAsync(site, noon.AddDays(6));
        Assert.Equal(2, (await SentAsync(site)).Count);
        await book.AddAsync(RecordKind.Conflict, "X", new Conflict("B-1", "Settled", "", north, today.AddDays(-9), today.AddDays(-1)) { Settlement = "Half each.", SettledOn = today }, null);
        await RunAsync(site, noon.AddDays(7));
        Assert.Equal(2, (await SentAsync(site)).Count);
    }

    private static Task<IReadOnlyList<MessageRecord>> SentAsync(MessageSite site) => site.Store.ListAsync(new(), long.MaxValue, 10);

    /// <summary>Runs the job as if it were then, by the clocks of a house at Greenwich.</summary>
    private static async Task RunAsync(MessageSite site, DateTimeOffset now)
    {
        await using AsyncServiceScope scope = site.Site.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<ConflictJob>(scope.ServiceProvider, new Then(now)).RunAsync(CancellationToken.None);
    }
}
