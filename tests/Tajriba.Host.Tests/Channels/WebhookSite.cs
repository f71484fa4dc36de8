using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Tajriba.Host.Tests.Capture;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Channels.Webhooks;
using Tajriba.Touchpoints.Channels.Webhooks.Sending;
using Tajriba.Touchpoints.Tests.Channels;

namespace Tajriba.Host.Tests.Channels;

/// <summary>The product in this process and a receiver on the loopback address that it may reach.</summary>
internal sealed class WebhookSite : IAsyncDisposable
{
    private WebhookSite(CaptureSite site, Receiver receiver, CapturedLog logged) => (Site, Receiver, Logged) = (site, receiver, logged);

    public CaptureSite Site { get; }

    public Receiver Receiver { get; }

    public CapturedLog Logged { get; }

    public static async Task<WebhookSite> OpenAsync(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var options = new WebhookOptions { AllowHttp = true, AllowPrivate = ["127.0.0.0/8"] };
        var logged = new CapturedLog();
        CaptureSite site = await CaptureSite.OpenAsync(provider, services =>
        {
            services.AddSingleton<ILoggerProvider>(logged);
            services.Configure<LoggerFilterOptions>(filters => filters.MinLevel = LogLevel.Trace);
            services.Replace(ServiceDescriptor.Singleton(options));
            services.Replace(ServiceDescriptor.Singleton(new AddressRules(options.AllowPrivate)));
        });
        return new WebhookSite(site, await Receiver.OpenAsync(), logged);
    }

    public Task TellAsync(string id, string name = "Order Completed") => Site.Log.AppendAsync(
        [new NewEvent { Source = "test", Id = id, Name = name, Time = new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero), Objects = [new("customer", "c1")], Unit = "n1" }]);

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await Receiver.DisposeAsync();
    }
}
