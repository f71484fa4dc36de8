using Microsoft.Extensions.DependencyInjection;
using Tajriba.Host.Tests.Capture;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Channels.Messages;
using Tajriba.Touchpoints.Channels.Messages.Attention;
using Tajriba.Touchpoints.Channels.Messages.Gateways;

namespace Tajriba.Host.Tests.Messages;

/// <summary>The product with customers whose addresses are known, and gateways that keep.</summary>
internal sealed class MessageSite(CaptureSite site) : IAsyncDisposable
{
    public static AttentionRules Lenient { get; } = new() { Limits = [], HoursBetween = 0, Quiet = [], RestDays = [], TimeZone = "UTC" };

    public CaptureSite Site => site;

    public IMessages Messages => site.Services.GetRequiredService<IMessages>();

    public MessageStore Store => site.Services.GetRequiredService<MessageStore>();

    public GatewayStore Gateways => site.Services.GetRequiredService<GatewayStore>();

    public static async Task<MessageSite> OpenAsync(DatabaseProvider provider = DatabaseProvider.Sqlite, AttentionRules? rules = null, Action<IServiceCollection>? configure = null, bool keeps = true)
    {
        var site = new MessageSite(await CaptureSite.OpenAsync(provider, configure));
        await site.Site.Services.GetRequiredService<AttentionSettings>().SetAsync(rules ?? Lenient);
        foreach (var channel in keeps ? new[] { "email", "sms" } : [])
        {
            await site.Gateways.AddAsync(new("Kept", channel, GatewayKind.Keep, "{}", null));
        }

        return site;
    }

    /// <summary>Tells the log of customers with an address each.</summary>
    public async Task KnowAsync(params string[] customers)
    {
        await site.Log.AppendAsync([.. customers.Select((id, i) => Told(id, $$$"""{"traits":{"email":"{{{id}}}@example.com","emailVerified":true,"phone":"0912{{{3040500 + i}}}"}}""", new ObjectRef("customer", id)))]);
        await site.Services.GetRequiredService<ILogSubscribers>().CatchUpAsync();
    }

    /// <summary>Two customers turn out to be one.</summary>
    public async Task JoinAsync(string one, string other)
    {
        await site.Log.AppendAsync([Told(one + other, null, new ObjectRef("customer", one), new ObjectRef("visitor", "v-" + one)), Told(other + one, null, new ObjectRef("customer", other), new ObjectRef("visitor", "v-" + one))]);
        await site.Services.GetRequiredService<ILogSubscribers>().CatchUpAsync();
    }

    public static MessageRequest Request(string customer, string key) => new()
    {
        CustomerId = customer, Purpose = "survey", Topic = "surveys", Channels = ["email"], IdempotencyKey = key, Link = "/s/abc",
        Texts = [new("en", "How was it, {name}?", "Tell us: {link}\n{unsubscribe}", "<p>{name} <a href=\"{link}\">Tell us</a></p>", "{link}"), new("fa", "چطور بود؟", "بگویید: {link}")],
        Values = new Dictionary<string, string> { ["name"] = "<b>Ann</b>" },
    };

    public Task<MessageOutcome> AskAsync(MessageRequest request) =>
        site.Services.GetRequiredService<IDatabase>().WriteAsync((transaction, cancel) => Messages.RequestAsync(transaction, request, cancel));

    public async Task<MessageRecord> UntilAsync(long id, MessageState state)
    {
        MessageRecord? found = null;
        await CaptureSite.UntilAsync(async () => (found = await Store.FindAsync(id))?.State == state);
        return found!;
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private static NewEvent Told(string id, string? attributes, params ObjectRef[] objects) =>
        new() { Source = "test", Id = id, Name = "Customer Known", Time = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero), Objects = objects, Attributes = attributes, Unit = "n1" };
}
