using Tajriba.Demo.Catalogue;
using Tajriba.Demo.Story;
using Tajriba.Experience.Surveys.Invite;
using Tajriba.Touchpoints.Channels.Messages;
using Tajriba.Touchpoints.Channels.Messages.Gateways;

namespace Tajriba.Demo.Surveys;

/// <summary>How the group asks its customers: by SMS, two hours after they have picked up their vehicle.</summary>
internal static class DemoProgramme
{
    public const string Key = "after-service";

    /// <summary>How far before the demo's start it begins to ask, so that there are invitations from the first minute on.</summary>
    public static TimeSpan Before { get; } = TimeSpan.FromDays(2);

    public static string Name => DemoSurveys.AfterService.Name.En;

    /// <summary>Sends nothing: whoever looks at the demo reads the messages and opens their links.</summary>
    public static GatewayDraft Gateway { get; } = new("Safir Motors", MessageChannels.Sms, GatewayKind.Keep, "{}", null);

    public static ProgrammeSettings Settings { get; } = new()
    {
        Trigger = TriggerKind.Event,
        EventName = DemoCatalogue.NameOf(EventKind.VehiclePickedUp),
        DelayMinutes = 120,
        Channels = [MessageChannels.Sms],
        Context = ["segment", "customer_type", "model", "data.segment", "data.customer_type", "data.model"],
        Texts = UsualTexts.All,
    };
}
