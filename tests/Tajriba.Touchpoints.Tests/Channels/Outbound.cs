using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Rooms;
using Tajriba.Kernel.Storage;
using Tajriba.Kernel.Tests;
using Tajriba.Touchpoints.Capture;
using Tajriba.Touchpoints.Channels;
using Tajriba.Touchpoints.Channels.Webhooks;
using Tajriba.Touchpoints.Channels.Webhooks.Deliveries;
using Tajriba.Touchpoints.Channels.Webhooks.Sending;

namespace Tajriba.Touchpoints.Tests.Channels;

/// <summary>A database with the rooms that tell others, a clock in the test's hand, and a receiver on the loopback address that may be reached.</summary>
internal sealed class Outbound : IAsyncDisposable
{
    private static readonly IReadOnlyList<Room> Rooms = [new AccessRoom(), new CaptureRoom(), new ChannelsRoom()];
    private readonly TestDatabase database;
    private int told;

    private Outbound(TestDatabase database, Receiver receiver, ManualTime time) => (this.database, Receiver, Time) = (database, receiver, time);

    public static TheoryData<DatabaseProvider> Providers => [DatabaseProvider.Sqlite, DatabaseProvider.Postgres];

    public Receiver Receiver { get; }

    public ManualTime Time { get; }

    public WebhookEditor Editor => database.Get<WebhookEditor>();

    public WebhookStore Webhooks => database.Get<WebhookStore>();

    public DeliveryStore Deliveries => database.Get<DeliveryStore>();

    public static async Task<Outbound> OpenAsync(DatabaseProvider provider, Func<WebhookOptions, WebhookOptions>? options = null)
    {
        var time = new ManualTime();
        WebhookOptions open = new() { AllowHttp = true, AllowPrivate = ["127.0.0.0/8"] };
        WebhookOptions chosen = options is null ? open : options(open);
        TestDatabase fresh = await TestDatabase.CreateAsync(provider, Rooms, services => Configure(services, time, chosen));
        return new Outbound(fresh, await Receiver.OpenAsync(), time) { Options = chosen };
    }

    public WebhookOptions Options { get; private init; } = new();

    public T Get<T>()
        where T : notnull => database.Get<T>();

    /// <summary>A second node on the same database.</summary>
    public ServiceProvider AnotherNode() => database.Open(Rooms, services => Configure(services, Time, Options));

    public Task<long> AddAsync(Func<WebhookSettings, WebhookSettings>? change = null)
    {
        var settings = new WebhookSettings(Receiver.Url, "", [], [], null);
        return Editor.AddAsync(change is null ? settings : change(settings));
    }

    /// <summary>An event enters the log.</summary>
    public Task<AppendResult> TellAsync(string name = "Order Completed", string source = "test", string objectType = "customer", string? attributes = null) =>
        database.Get<IExperienceLog>().AppendAsync(
        [
            new NewEvent
            {
                Source = source, Id = "e" + Interlocked.Increment(ref told), Name = name, Time = Time.Now.AddMinutes(-1), Unit = "n1", Channel = "web",
                Objects = [new(objectType, "c1", "buyer")], Attributes = attributes,
            },
        ]);

    /// <summary>The log is heard, and everything due is sent.</summary>
    public async Task SendAsync()
    {
        await database.Get<ILogSubscribers>().CatchUpAsync();
        await DrainAsync(database.Services);
    }

    public static async Task DrainAsync(IServiceProvider node)
    {
        var sender = node.GetRequiredService<WebhookSender>();
        while (await sender.StartAsync(CancellationToken.None) > 0)
        {
            await sender.IdleAsync();
        }
    }

    public Task<IReadOnlyList<Delivery>> ListAsync(long webhook) => Deliveries.ListAsync(webhook, null, long.MaxValue, 1000);

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        await Receiver.DisposeAsync();
    }

    private static void Configure(IServiceCollection services, ManualTime time, WebhookOptions options)
    {
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
        services.Replace(ServiceDescriptor.Singleton(options));
        services.Replace(ServiceDescriptor.Singleton(new AddressRules(options.AllowPrivate)));
        services.Replace(ServiceDescriptor.Singleton(new RetrySchedule(new Random(1))));
    }
}
