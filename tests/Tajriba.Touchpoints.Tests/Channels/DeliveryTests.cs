using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Sources;
using Tajriba.Touchpoints.Channels.Webhooks;
using Tajriba.Touchpoints.Channels.Webhooks.Deliveries;
using Tajriba.Touchpoints.Channels.Webhooks.Sending;
using Tajriba.Touchpoints.Channels.Webhooks.Signing;
using Tajriba.Touchpoints.Channels.Webhooks.Telling;

namespace Tajriba.Touchpoints.Tests.Channels;

/// <summary>Events become deliveries, deliveries are sent, and sent again as the specification says.</summary>
public sealed class DeliveryTests
{
    [SkippableTheory]
    [MemberData(nameof(Outbound.Providers), MemberType = typeof(Outbound))]
    public async Task An_event_is_told_once_signed_and_as_it_is(DatabaseProvider provider)
    {
        await using Outbound site = await Outbound.OpenAsync(provider);
        await site.TellAsync("Before");
        long id = await site.AddAsync();
        string secret = (await site.Editor.RevealAsync(id))!;
        await site.TellAsync("Order Completed", attributes: """{"total":12}""");
        await site.SendAsync();
        await site.SendAsync();

        Received request = Assert.Single(site.Receiver.All);
        Assert.Equal("POST", request.Method);
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        Assert.Equal(site.Time.Now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), request.Headers["webhook-timestamp"]);
        Assert.Equal(WebhookSecret.Parse(secret).Sign(request.Id, site.Time.Now, request.Body), request.Headers["webhook-signature"]);
        using JsonDocument json = JsonDocument.Parse(request.Body);
        Assert.Equal("order.completed", json.RootElement.GetProperty("type").GetString());
        Assert.Equal(2, json.RootElement.GetProperty("data").GetProperty("position").GetInt64());
        Assert.Equal(12, json.RootElement.GetProperty("data").GetProperty("attributes").GetProperty("total").GetInt32());
        Delivery done = Assert.Single(await site.ListAsync(id));
        Assert.Equal((DeliveryState.Done, 1, 204), (done.State, done.Attempts, done.Last!.Answer.Status));
        Webhook webhook = (await site.Webhooks.FindAsync(id))!;
        Assert.Equal((site.Time.Now, null), (webhook.LastSuccess, webhook.FailingSince));
    }

    [SkippableTheory]
    [MemberData(nameof(Outbound.Providers), MemberType = typeof(Outbound))]
    public async Task Only_the_events_that_were_chosen_are_told(DatabaseProvider provider)
    {
        await using Outbound site = await Outbound.OpenAsync(provider);
        long source = await site.Get<SourceStore>().AddAsync("Web shop", null, null);
        long all = await site.AddAsync();
        long named = await site.AddAsync(s => s with { EventNames = ["A", "B"] });
        long typed = await site.AddAsync(s => s with { ObjectTypes = ["order"] });
        long sourced = await site.AddAsync(s => s with { SourceId = source });
        await site.TellAsync("A");
        await site.TellAsync("B", objectType: "order");
        await site.TellAsync("C", source: $"source:{source}");
        await site.SendAsync();
        async Task<IEnumerable<string>> NamesAsync(long id) => (await site.ListAsync(id)).Select(d => d.Event).Reverse();
        Assert.Equal(["A", "B", "C"], await NamesAsync(all));
        Assert.Equal(["A", "B"], await NamesAsync(named));
        Assert.Equal(["B"], await NamesAsync(typed));
        Assert.Equal(["C"], await NamesAsync(sourced));
        Assert.Equal(7, site.Receiver.All.Count);
        Assert.Equal(3, site.Receiver.All.Select(r => r.Id).Distinct().Count());
    }

    [SkippableTheory]
    [MemberData(nameof(Outbound.Providers), MemberType = typeof(Outbound))]
    public async Task A_rebuild_tells_nothing_again_even_after_the_purge(DatabaseProvider provider)
    {
        await using Outbound site = await Outbound.OpenAsync(provider);
        long id = await site.AddAsync();
        await site.TellAsync();
        await site.TellAsync();
        await site.SendAsync();
        await site.Get<ILogSubscribers>().RebuildAsync("channels.webhooks");
        await site.SendAsync();
        Assert.Equal(2, site.Receiver.All.Count);

        site.Time.Pass(TimeSpan.FromDays(31));
        await site.Get<DeliveryPurge>().RunAsync(CancellationToken.None);
        Assert.Empty(await site.ListAsync(id));
        await site.Get<ILogSubscribers>().RebuildAsync("channels.webhooks");
        await site.TellAsync();
        await site.SendAsync();
        Assert.Equal(3, site.Receiver.All.Count);
        Assert.Single(await site.ListAsync(id));
    }

    [SkippableTheory]
    [MemberData(nameof(Outbound.Providers), MemberType = typeof(Outbound))]
    public async Task Two_that_hear_the_log_at_the_same_time_leave_nothing_out_and_tell_nothing_twice(DatabaseProvider provider)
    {
        await using Outbound site = await Outbound.OpenAsync(provider);
        long id = await site.AddAsync();
        var teller = site.Get<WebhookTeller>();
        var log = site.Get<IExperienceLog>();
        for (var round = 0; round < 10; round++)
        {
            await site.TellAsync();
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => teller.HandleAsync(log, 0, default))));
        }

        await site.SendAsync();
        Assert.Equal(Enumerable.Range(1, 10).Reverse().Select(p => (long?)p), (await site.ListAsync(id)).Select(d => d.Position));
        Assert.Equal(10, site.Receiver.All.Count);
    }

    [SkippableTheory]
    [MemberData(nameof(Outbound.Providers), MemberType = typeof(Outbound))]
    public async Task A_failing_receiver_is_tried_ten_times_under_one_id_and_then_left(DatabaseProvider provider)
    {
        await using Outbound site = await Outbound.OpenAsync(provider);
        site.Receiver.AnswerWith(500);
        long id = await site.AddAsync();
        await site.TellAsync();
        DateTimeOffset begun = site.Time.Now;
        for (var attempt = 1; attempt <= RetrySchedule.Attempts; attempt++)
        {
            await site.SendAsync();
            Assert.Equal(attempt, site.Receiver.All.Count);
            Delivery delivery = Assert.Single(await site.ListAsync(id));
            Assert.Equal((attempt, 500), (delivery.Attempts, delivery.Last!.Answer.Status));
            Assert.Equal(attempt < RetrySchedule.Attempts ? DeliveryState.Waiting : DeliveryState.Dead, delivery.State);
            site.Time.Pass(delivery.Due - site.Time.Now - TimeSpan.FromSeconds(1));
            await site.SendAsync();
            Assert.Equal(attempt, site.Receiver.All.Count);
            site.Time.Pass(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(begun, (await site.Webhooks.FindAsync(id))!.FailingSince);
        Assert.Single(site.Receiver.All.Select(r => r.Id).Distinct());
        Assert.Equal(RetrySchedule.Attempts, site.Receiver.All.Select(r => r.Headers["webhook-timestamp"]).Distinct().Count());
        Assert.Single(site.Receiver.All.Select(r => Encoding.UTF8.GetString(r.Body)).Distinct());

        site.Receiver.AnswerWith(204);
        Assert.Equal(0, await site.Deliveries.ReplayDeadAsync(id, site.Time.Now));
        Assert.Equal(1, await site.Deliveries.ReplayDeadAsync(id, begun));
        await site.SendAsync();
        Assert.Equal(DeliveryState.Done, Assert.Single(await site.ListAsync(id)).State);
        Assert.Null((await site.Webhooks.FindAsync(id))!.FailingSince);
        Assert.Single(site.Receiver.All.Select(r => r.Id).Distinct());
    }

    [SkippableTheory]
    [MemberData(nameof(Outbound.Providers), MemberType = typeof(Outbound))]
    public async Task A_receiver_that_is_gone_is_left_alone_until_it_is_switched_on(DatabaseProvider provider)
    {
        await using Outbound site = await Outbound.OpenAsync(provider, o => o with { ConcurrencyEach = 1 });
        site.Receiver.AnswerWith(410);
        long id = await site.AddAsync();
        await site.TellAsync("First");
        await site.TellAsync("Second");
        await site.SendAsync();
        Assert.Single(site.Receiver.All);
        Assert.Equal(WebhookState.Gone, (await site.Webhooks.FindAsync(id))!.State);
        await site.TellAsync("While gone");

        site.Receiver.AnswerWith(200);
        await site.SendAsync();
        Assert.Single(site.Receiver.All);
        await site.Editor.SwitchAsync(id, isOn: true);
        await site.TellAsync("Third");
        await site.SendAsync();
        Assert.Equal([("Third", DeliveryState.Done), ("Second", DeliveryState.Done), ("First", DeliveryState.Dead)], (await site.ListAsync(id)).Select(d => (d.Event, d.State)));
    }

    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite, 429)]
    [InlineData(DatabaseProvider.Sqlite, 502)]
    [InlineData(DatabaseProvider.Sqlite, 503)]
    [InlineData(DatabaseProvider.Sqlite, 504)]
    [InlineData(DatabaseProvider.Postgres, 429)]
    public async Task A_busy_receiver_is_left_alone_as_long_as_it_asks(DatabaseProvider provider, int status)
    {
        await using Outbound site = await Outbound.OpenAsync(provider, o => o with { ConcurrencyEach = 1 });
        site.Receiver.AnswerWith(status, ("Retry-After", "120"));
        long id = await site.AddAsync();
        await site.TellAsync("First");
        await site.TellAsync("Second");
        await site.SendAsync();
        Assert.Single(site.Receiver.All);
        Assert.Equal(site.Time.Now.AddSeconds(120), (await site.Webhooks.FindAsync(id))!.HeldUntil);

        site.Receiver.AnswerWith(204);
        site.Time.Pass(TimeSpan.FromSeconds(119));
        await site.SendAsync();
        Assert.Single(site.Receiver.All);
        site.Time.Pass(TimeSpan.FromSeconds(1));
        await site.SendAsync();
        Assert.All(await site.ListAsync(id), d => Assert.Equal(DeliveryState.Done, d.State));
    }

    [SkippableTheory]
    [MemberData(nameof(Outbound.Providers), MemberType = typeof(Outbound))]
    public async Task After_a_rotation_both_secrets_sign_for_a_day(DatabaseProvider provider)
    {
        await using Outbound site = await Outbound.OpenAsync(provider);
        long id = await site.AddAsync();
        string old = (await site.Editor.RevealAsync(id))!;
        Assert.Null(await site.Editor.RevealAsync(id));
        await site.Editor.RotateAsync(id);
        string now = (await site.Editor.RevealAsync(id))!;
        await site.TellAsync();
        await site.SendAsync();
        site.Time.Pass(WebhookEditor.OldSecretLife);
        await site.TellAsync();
        await site.SendAsync();
        Received[] requests = [.. site.Receiver.All];
        Assert.Equal($"{Sign(now, requests[0])} {Sign(old, requests[0])}", requests[0].Headers["webhook-signature"]);
        Assert.Equal(Sign(now, requests[1]), requests[1].Headers["webhook-signature"]);
    }

    [SkippableTheory]
    [MemberData(nameof(Outbound.Providers), MemberType = typeof(Outbound))]
    public async Task What_is_off_is_told_nothing_and_what_was_deleted_can_be_had_back(DatabaseProvider provider)
    {
        await using Outbound site = await Outbound.OpenAsync(provider);
        long id = await site.AddAsync();
        await site.Editor.SwitchAsync(id, isOn: false);
        await site.TellAsync("While off");
        await site.SendAsync();
        Assert.Empty(site.Receiver.All);
        await site.Editor.SwitchAsync(id, isOn: true);
        await site.Editor.DeleteAsync(id);
        Assert.Null(await site.Webhooks.FindAsync(id));
        Assert.False(await site.Editor.SwitchAsync(id, isOn: true));
        await site.TellAsync("While deleted");
        await site.SendAsync();
        Assert.True(await site.Editor.RestoreAsync(id));
        Assert.False(await site.Editor.RestoreAsync(id));
        await site.TellAsync("After");
        await site.SendAsync();
        Assert.Equal(["After"], (await site.ListAsync(id)).Select(d => d.Event));

        await site.Editor.DeleteAsync(id);
        site.Time.Pass(TimeSpan.FromDays(31));
        await site.Get<DeliveryPurge>().RunAsync(CancellationToken.None);
        Assert.False(await site.Editor.RestoreAsync(id));
    }

    [SkippableTheory]
    [MemberData(nameof(Outbound.Providers), MemberType = typeof(Outbound))]
    public async Task What_arrived_is_kept_for_30_days_and_what_was_given_up_for_90(DatabaseProvider provider)
    {
        await using Outbound site = await Outbound.OpenAsync(provider, o => o with { ConcurrencyEach = 1 });
        long id = await site.AddAsync();
        await site.TellAsync("Arrived");
        await site.SendAsync();
        site.Receiver.AnswerWith(410);
        await site.TellAsync("Given up");
        await site.TellAsync("Waiting");
        await site.SendAsync();
        foreach ((int days, string[] kept) in new[] { (30, new[] { "Waiting", "Given up", "Arrived" }), (1, ["Waiting", "Given up"]), (60, ["Waiting"]) })
        {
            site.Time.Pass(TimeSpan.FromDays(days));
            await site.Get<DeliveryPurge>().RunAsync(CancellationToken.None);
            Assert.Equal(kept, (await site.ListAsync(id)).Select(d => d.Event));
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Outbound.Providers), MemberType = typeof(Outbound))]
    public async Task Two_nodes_send_each_delivery_once(DatabaseProvider provider)
    {
        await using Outbound site = await Outbound.OpenAsync(provider);
        await using ServiceProvider other = site.AnotherNode();
        long id = await site.AddAsync();
        for (var i = 0; i < 40; i++)
        {
            await site.TellAsync();
        }

        await site.Get<ILogSubscribers>().CatchUpAsync();
        await Task.WhenAll(Outbound.DrainAsync(site.Get<IServiceProvider>()), Outbound.DrainAsync(other));
        Assert.Equal(40, site.Receiver.All.Count);
        Assert.Equal(40, site.Receiver.All.Select(r => r.Id).Distinct().Count());
        Assert.All(await site.ListAsync(id), d => Assert.Equal((DeliveryState.Done, 1), (d.State, d.Attempts)));
    }

    [SkippableTheory]
    [MemberData(nameof(Outbound.Providers), MemberType = typeof(Outbound))]
    public async Task What_a_dead_node_had_taken_is_sent_when_its_lease_is_over_and_its_late_result_is_not_taken(DatabaseProvider provider)
    {
        await using Outbound site = await Outbound.OpenAsync(provider);
        long id = await site.AddAsync();
        await site.TellAsync();
        await site.Get<ILogSubscribers>().CatchUpAsync();
        Claim taken = Assert.Single(await site.Get<DeliveryQueue>().ClaimAsync([(id, 4)], default));
        await site.SendAsync();
        Assert.Empty(site.Receiver.All);
        site.Time.Pass(site.Get<DeliveryQueue>().Lease);
        await site.SendAsync();
        Assert.Single(site.Receiver.All);
        Assert.Null(await site.Get<DeliveryQueue>().FinishAsync(taken, site.Time.Now, new Answer(500, SendFault.None, TimeSpan.Zero, ""), default));
        Assert.Equal(DeliveryState.Done, Assert.Single(await site.ListAsync(id)).State);
    }

    [SkippableTheory]
    [MemberData(nameof(Outbound.Providers), MemberType = typeof(Outbound))]
    public async Task A_slow_receiver_holds_up_nobody_else(DatabaseProvider provider)
    {
        await using Outbound site = await Outbound.OpenAsync(provider, o => o with { Concurrency = 6, ConcurrencyEach = 2 });
        await using Receiver slow = await Receiver.OpenAsync();
        var release = new TaskCompletionSource();
        slow.Answer = _ => release.Task;
        long stuck = await site.AddAsync(s => s with { Url = slow.Url });
        await site.AddAsync();
        for (var i = 0; i < 10; i++)
        {
            await site.TellAsync();
        }

        await site.Get<ILogSubscribers>().CatchUpAsync();
        var sender = site.Get<WebhookSender>();
        for (var i = 0; site.Receiver.All.Count < 10 && i < 2000; i++)
        {
            await sender.StartAsync(default);
            await Task.Delay(10);
        }

        Assert.Equal(10, site.Receiver.All.Count);
        Assert.Equal(2, slow.All.Count);
        release.SetResult();
        await sender.IdleAsync();
        await site.SendAsync();
        Assert.Equal(10, (await site.ListAsync(stuck)).Count(d => d.State == DeliveryState.Done));
    }

    [SkippableTheory]
    [MemberData(nameof(Outbound.Providers), MemberType = typeof(Outbound))]
    public async Task A_test_is_sent_and_a_delivery_is_replayed_under_its_id(DatabaseProvider provider)
    {
        await using Outbound site = await Outbound.OpenAsync(provider);
        long id = await site.AddAsync();
        await site.Deliveries.TestAsync(id);
        await site.SendAsync();
        await site.Deliveries.ReplayAsync(id, Assert.Single(await site.ListAsync(id)).Id);
        await site.SendAsync();
        Received[] requests = [.. site.Receiver.All];
        Assert.Equal(2, requests.Length);
        Assert.Equal(requests[0].Id, requests[1].Id);
        Assert.Equal(requests[0].Body, requests[1].Body);
        Assert.Contains("tajriba.test", Encoding.UTF8.GetString(requests[0].Body), StringComparison.Ordinal);
    }

    [SkippableTheory]
    [MemberData(nameof(Outbound.Providers), MemberType = typeof(Outbound))]
    public async Task What_was_allowed_once_is_judged_again_when_it_is_sent(DatabaseProvider provider)
    {
        await using Outbound site = await Outbound.OpenAsync(provider, o => o with { AllowHttp = false });
        long id = await site.AddAsync();
        await site.TellAsync();
        await site.SendAsync();
        Assert.Empty(site.Receiver.All);
        Assert.Equal(SendFault.AddressRefused, Assert.Single(await site.ListAsync(id)).Last!.Answer.Fault);
    }

    private static string Sign(string secret, Received request) =>
        WebhookSecret.Parse(secret).Sign(request.Id, DateTimeOffset.FromUnixTimeSeconds(long.Parse(request.Headers["webhook-timestamp"], System.Globalization.CultureInfo.InvariantCulture)), request.Body);
}
