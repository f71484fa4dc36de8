using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Channels.Webhooks.Deliveries;
using Tajriba.Touchpoints.Channels.Webhooks.Sending;

namespace Tajriba.Touchpoints.Tests.Channels;

/// <summary>Results that come at the same time are committed together, each for itself.</summary>
public sealed class DeliveryQueueTests
{
    private const int Count = 40;
    private static readonly Answer Taken = new(204, SendFault.None, TimeSpan.Zero, "");

    [SkippableTheory]
    [MemberData(nameof(Outbound.Providers), MemberType = typeof(Outbound))]
    public async Task Of_results_at_the_same_time_each_is_written_as_it_is(DatabaseProvider provider)
    {
        await using Outbound site = await Outbound.OpenAsync(provider);
        (long id, List<Claim> claims) = await ClaimedAsync(site);
        Outcome?[] outcomes = await Task.WhenAll(claims.Select((c, i) => FinishAsync(site, c, i % 2 == 0 ? Taken : Taken with { Status = 500 })));
        Assert.Equal(claims.Select((_, i) => (Outcome?)(i % 2 == 0 ? Outcome.Delivered : Outcome.Failed)), outcomes);
        Assert.Equal(Count / 2, (await site.ListAsync(id)).Count(d => d.State == DeliveryState.Done));
    }

    /// <summary>PostgreSQL takes no NUL; the client never gives one.</summary>
    [SkippableFact]
    public async Task A_result_that_cannot_be_written_keeps_no_other_from_it()
    {
        await using Outbound site = await Outbound.OpenAsync(DatabaseProvider.Postgres);
        (long id, List<Claim> claims) = await ClaimedAsync(site);
        List<Task<Outcome?>> written = [.. claims.Select((c, i) => FinishAsync(site, c, i == 1 ? Taken with { Excerpt = "\0" } : Taken))];
        await Assert.ThrowsAnyAsync<Exception>(() => written[1]);
        written.RemoveAt(1);
        Assert.All(await Task.WhenAll(written), o => Assert.Equal(Outcome.Delivered, o));
        Assert.Equal(Count - 1, (await site.ListAsync(id)).Count(d => d.State == DeliveryState.Done));
    }

    private static async Task<(long Id, List<Claim> Claims)> ClaimedAsync(Outbound site)
    {
        long id = await site.AddAsync();
        for (int i = 0; i < Count; i++)
        {
            await site.TellAsync();
        }

        await site.Get<ILogSubscribers>().CatchUpAsync();
        return (id, await site.Get<DeliveryQueue>().ClaimAsync([(id, Count)], default));
    }

    private static Task<Outcome?> FinishAsync(Outbound site, Claim claim, Answer answer) =>
        Task.Run(() => site.Get<DeliveryQueue>().FinishAsync(claim, site.Time.Now, answer, default));
}
