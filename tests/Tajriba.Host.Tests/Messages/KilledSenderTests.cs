using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Tajriba.Experience.Surveys.Invite;
using Tajriba.Host.Tests.Capture;
using Tajriba.Host.Tests.Capture.Cases;
using Tajriba.Host.Tests.Surveys.Invite;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Channels.Messages;
using Tajriba.Touchpoints.Channels.Messages.Attention;
using Tajriba.Touchpoints.Channels.Messages.Deliver;
using Tajriba.Touchpoints.Channels.Messages.Gateways;
using Tajriba.Touchpoints.Channels.Webhooks;
using Tajriba.Touchpoints.Channels.Webhooks.Sending;
using Tajriba.Touchpoints.Tests.Channels;

namespace Tajriba.Host.Tests.Messages;

/// <summary>A real process that is killed while it sends: nothing is lost, and what goes out twice has the same key.</summary>
public sealed class KilledSenderTests
{
    private const int Messages = 60;
    private const int AtOnce = 4;
    private static readonly string[] Customers = [.. Enumerable.Range(0, Messages).Select(i => $"c{i}")];

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Messages_of_a_process_that_was_killed_all_arrive_under_their_keys(DatabaseProvider provider)
    {
        await using var receiver = await Receiver.OpenAsync();
        var messages = await PrepareAsync(provider, receiver);

        // Late enough for the other process to be there before they are due, also on a machine that has much to do.
        var due = DateTimeOffset.UtcNow.AddSeconds(40);
        foreach (var customer in Customers)
        {
            Assert.IsType<MessageOutcome.Queued>(await messages.AskAsync(MessageSite.Request(customer, customer) with { Channels = ["sms"], NotBefore = due }));
        }

        var (again, taken) = await KillWhileSendingAsync(messages.Site, receiver);
        await using (again)
        {
            await AllArrivedAsync(again, taken);
        }
    }

    /// <summary>A schedule that is planned, asked and sent while its process is killed asks everybody, and nobody twice.</summary>
    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task A_schedule_whose_process_was_killed_asks_everybody_once(DatabaseProvider provider)
    {
        await using var receiver = await Receiver.OpenAsync();
        var messages = await PrepareAsync(provider, receiver);
        await ProgrammeTests.AskableAsync(messages);
        var programmes = messages.Site.Services.GetRequiredService<ProgrammeStore>();
        await programmes.AddAsync("p", "Programme", "after-service", new ProgrammeSettings { Trigger = TriggerKind.Schedule, EventName = "Customer Known", WithinDays = 3650, Channels = ["sms"], Texts = UsualTexts.All });
        await messages.Site.Services.GetRequiredService<IDatabase>().WriteAsync(
            (transaction, cancel) => transaction.Command("UPDATE surveys_programmes SET scheduled_through = 0").RunAsync(cancel));

        var (again, taken) = await KillWhileSendingAsync(messages.Site, receiver);
        await using (again)
        {
            await AllArrivedAsync(again, taken);
            var invitations = again.Services.GetRequiredService<InvitationStore>();
            await CaptureSite.UntilAsync(async () => (await invitations.CountAsync()) is [{ State: InvitationState.Sent, Count: Messages }]);
        }
    }

    private static async Task<MessageSite> PrepareAsync(DatabaseProvider provider, Receiver receiver)
    {
        var options = new WebhookOptions { AllowHttp = true, AllowPrivate = ["127.0.0.0/8"] };
        var site = await CaptureSite.OpenAsync(provider, services =>
        {
            services.Replace(ServiceDescriptor.Singleton(options));
            services.Replace(ServiceDescriptor.Singleton(new AddressRules(options.AllowPrivate)));
        });
        var messages = new MessageSite(site);
        await site.Services.GetRequiredService<AttentionSettings>().SetAsync(MessageSite.Lenient);
        await messages.Gateways.AddAsync(new GatewayDraft(
            "Provider", "sms", GatewayKind.Http, JsonSerializer.Serialize(new HttpGatewaySettings(receiver.Url, """{"to":"{to}","text":"{text}"}""", "application/json")), null));
        await messages.KnowAsync(Customers);
        return messages;
    }

    /// <summary>Goes on in a process of its own, kills it when a third has arrived, and begins again.</summary>
    private static async Task<(CaptureSite Again, ConcurrentQueue<string> Taken)> KillWhileSendingAsync(CaptureSite site, Receiver receiver)
    {
        RunningProduct? product = null;
        var (started, killed) = (new TaskCompletionSource(), new TaskCompletionSource());
        var taken = new ConcurrentQueue<string>();
        receiver.Answer = async context =>
        {
            taken.Enqueue(context.Request.Headers["Idempotency-Key"].ToString());
            if (taken.Count == Messages / 3)
            {
                // It has the message; the sender dies before it hears so.
                await started.Task;
                await product!.DisposeAsync();
                killed.TrySetResult();
            }
        };
        await site.StopAsync();
        product = await RunningProduct.StartAsync(site.Address, ("Key", site.Secret), ("Webhooks:AllowHttp", "true"), ("Webhooks:AllowPrivate:0", "127.0.0.0/8"));
        started.SetResult();
        await killed.Task.WaitAsync(TimeSpan.FromSeconds(90));
        Assert.InRange(taken.Count, Messages / 3, Messages - 1);
        return (await site.RestartAsync(), taken);
    }

    private static async Task AllArrivedAsync(CaptureSite site, ConcurrentQueue<string> taken)
    {
        var store = site.Services.GetRequiredService<MessageStore>();
        await CaptureSite.UntilAsync(async () => (await store.ListAsync(new MessageFilter(MessageState.Sent), long.MaxValue, Messages + 1)).Count == Messages);
        Assert.Equal(Messages, taken.Distinct().Count());
        Assert.InRange(taken.Count, Messages, Messages + AtOnce);
        Assert.Empty(await store.ListAsync(new MessageFilter(MessageState.Queued), long.MaxValue, 1));
    }
}
