using Tajriba.Touchpoints.Capture.Collect;

namespace Tajriba.Touchpoints.Capture.Intake;

/// <summary>Why a text is no event.</summary>
/// <param name="Reason">In the terms of the source's page.</param>
/// <param name="Member">Attribute or member at fault, or null where it is the whole.</param>
/// <param name="Detail">What is wrong with it, for the sender's developer.</param>
internal sealed record MessageFault(RefusalReason Reason, string? Member, string Detail);
