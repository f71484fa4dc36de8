using Tajriba.Touchpoints.Capture.Collect;

namespace Tajriba.Touchpoints.Capture.Intake;

/// <summary>Why a text is no event.</summary>
/// <param name="Reason">In the terms of the source's page.</param>
/// <param name="Member">Attribute or member at fault, or null where it is the whole.</param>
/// <param name="Detail">What is wrong with it, for the sender's developer; null where the reason says it all.</param>
/// <param name="EventName">The event whose rules in the catalogue would put it right, or null.</param>
internal sealed record MessageFault(RefusalReason Reason, string? Member = null, string? Detail = null, string? EventName = null)
{
    /// <param name="most">Bytes that one event may have.</param>
    public static MessageFault TooLarge(int most) => new(RefusalReason.TooLarge, null, FormattableString.Invariant($"An event holds at most {most} bytes."));

    /// <param name="most">Events that one text may hold.</param>
    public static MessageFault TooMany(int most) => new(RefusalReason.TooMany, null, FormattableString.Invariant($"A batch holds at most {most} events."));
}
