using Tajriba.Touchpoints.Channels.Webhooks.Deliveries;

namespace Tajriba.Touchpoints.Channels.Webhooks.Manage;

/// <summary>States of deliveries as addresses name them.</summary>
internal static class DeliveryFilter
{
    /// <summary>Null and empty stand for every state; false where it is no state.</summary>
    public static bool TryParse(string? text, out DeliveryState? state)
    {
        state = Enum.GetValues<DeliveryState>().Cast<DeliveryState?>().FirstOrDefault(s => DeliveryRow.Code(s!.Value) == text);
        return state is not null || string.IsNullOrEmpty(text);
    }
}
