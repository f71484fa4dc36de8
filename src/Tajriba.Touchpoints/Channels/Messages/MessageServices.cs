using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Jobs;
using Tajriba.Kernel.Outbox;
using Tajriba.Touchpoints.Channels.Messages.Api;
using Tajriba.Touchpoints.Channels.Messages.Attention;
using Tajriba.Touchpoints.Channels.Messages.Consent;
using Tajriba.Touchpoints.Channels.Messages.Deliver;
using Tajriba.Touchpoints.Channels.Messages.Gateways;
using Tajriba.Touchpoints.Channels.Messages.Look;
using Tajriba.Touchpoints.Channels.Messages.Topics;
using Tajriba.Touchpoints.Customers;

namespace Tajriba.Touchpoints.Channels.Messages;

/// <summary>Messages to customers.</summary>
internal static class MessageServices
{
    public static void AddMessages(this IServiceCollection services, IConfiguration configuration)
    {
        string? roots = configuration["Tajriba:Messages:RelayRoots"] is { Length: > 0 } pem ? File.ReadAllText(pem) : null;
        services.AddSingleton(new RelayTrust(roots));
        services.AddSingleton<IMessages, MessageQueue>();
        services.AddSingleton<MessageStore>();
        services.AddSingleton<MessageFacts>();
        services.AddSingleton<AttentionLock>();
        services.AddSingleton<AttentionSettings>();
        services.AddSingleton<ConsentStore>();
        services.AddSingleton<TopicRules>();
        services.AddSingleton<PersonTraits>();
        services.AddSingleton<MessageTrial>();
        services.AddSingleton<IMessageTrial>(p => p.GetRequiredService<MessageTrial>());
        services.AddSingleton<ConsentLinks>();
        services.AddSingleton<GatewaySealer>();
        services.AddSingleton<GatewayStore>();
        services.AddSingleton<SiteAddress>();
        services.AddSingleton<IMessageSender, KeepSender>();
        services.AddSingleton<IMessageSender, SmtpSender>();
        services.AddSingleton<IMessageSender, HttpGatewaySender>();
        services.AddSingleton<IOutboxHandler, MessageDelivery>();
        services.AddJob<MessagePurge>("channels.purge-messages", JobSchedule.Every(TimeSpan.FromHours(6)));
        services.AddSingleton<ICustomerPageSlot, CustomerMessagesSlot>();
    }

    public static void MapMessages(this IEndpointRouteBuilder routes)
    {
        routes.MapAttention();
        routes.MapGateways();
        routes.MapConsent();
        routes.MapReports();
        routes.MapTopics();
        routes.MapMessageApi();
    }
}
