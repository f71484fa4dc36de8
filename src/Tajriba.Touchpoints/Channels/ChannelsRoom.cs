using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Jobs;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Rooms;
using Tajriba.Touchpoints.Channels.Messages;
using Tajriba.Touchpoints.Channels.Webhooks;
using Tajriba.Touchpoints.Channels.Webhooks.Deliveries;
using Tajriba.Touchpoints.Channels.Webhooks.Manage;
using Tajriba.Touchpoints.Channels.Webhooks.Sending;
using Tajriba.Touchpoints.Channels.Webhooks.Signing;
using Tajriba.Touchpoints.Channels.Webhooks.Telling;

namespace Tajriba.Touchpoints.Channels;

/// <summary>Ways out of the house: customers get messages, other systems are told of events as they happen.</summary>
public sealed class ChannelsRoom : Room
{
    public override string Name => "channels";

    public override Layer Layer => Layer.Touchpoints;

    public override string SchemaPrefix => "Tajriba.Touchpoints.Channels.Storage";

    public override IReadOnlyList<Permission> Permissions => [ChannelsPermissions.Webhooks, ChannelsPermissions.View, ChannelsPermissions.Gateways];

    public override IReadOnlyList<NavigationEntry> Navigation =>
    [
        new("messages", typeof(ChannelsRoom), "Messages", "message", ChannelsPermissions.View, 40),
        new("webhooks", typeof(ChannelsRoom), "Webhooks", "webhook", ChannelsPermissions.Webhooks, 45),
    ];

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        WebhookOptions options = configuration.GetSection("Tajriba:Webhooks").Get<WebhookOptions>() ?? new WebhookOptions();
        services.AddSingleton(options);
        services.AddSingleton(new AddressRules(options.AllowPrivate));
        services.TryAddSingleton<IHostResolver, SystemHostResolver>();
        services.AddSingleton<GuardedConnector>();
        services.AddSingleton<WebhookUrl>();
        services.AddSingleton<WebhookRules>();
        services.AddSingleton<SecretSealer>();
        services.AddSingleton<WebhookStore>();
        services.AddSingleton<WebhookEditor>();
        services.AddSingleton<DeliverySignal>();
        services.AddSingleton<DeliveryStore>();
        services.AddSingleton(new RetrySchedule(new Random()));
        services.AddSingleton<DeliveryQueue>();
        services.AddSingleton<WebhookClient>();
        services.AddSingleton<WebhookSender>();
        services.AddLogSubscriber<WebhookTeller>();
        services.AddHostedService<WebhookSenderService>();
        services.AddJob<DeliveryPurge>("channels.purge-deliveries", JobSchedule.Every(TimeSpan.FromHours(6)));
        services.AddScoped<IWaitingSource, WebhookWaiting>();
        services.AddMessages(configuration);
    }

    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        routes.MapWebhooks();
        routes.MapWebhookApi();
        routes.MapMessages();
    }
}
