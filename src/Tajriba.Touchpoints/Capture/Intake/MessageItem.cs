using Tajriba.Kernel.Log;

namespace Tajriba.Touchpoints.Capture.Intake;

/// <summary>One item: the event that it became, or why it became none.</summary>
/// <param name="Id">The sender's id of it, or null.</param>
/// <param name="Event">The event, or null.</param>
/// <param name="Fault">Why there is none, or null.</param>
/// <param name="Call">By which call it can be told again.</param>
/// <param name="Raw">Its own text.</param>
internal sealed record MessageItem(string? Id, LiveEvent? Event, MessageFault? Fault, string Call, ReadOnlyMemory<byte> Raw);
