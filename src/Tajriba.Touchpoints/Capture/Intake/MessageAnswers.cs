using Microsoft.AspNetCore.Http;
using Tajriba.Touchpoints.Capture.Collect;

namespace Tajriba.Touchpoints.Capture.Intake;

/// <summary>What the sender of messages is told.</summary>
internal static class MessageAnswers
{
    /// <summary>A single message that was refused names its fault; in an array only <c>strict=1</c> tells which items were.</summary>
    public static IResult Of(MessageReading reading, bool strict, IResult taken) =>
        strict ? Results(reading)
        : reading is { IsMany: false, Items: [{ Fault: { } fault }] } ? Refused(fault)
        : taken;

    private static IResult Refused(MessageFault fault) => TypedResults.Problem(
        $"Refused and kept: {fault.Detail}",
        statusCode: fault.Reason is RefusalReason.TooLarge or RefusalReason.TooMany ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest,
        extensions: new Dictionary<string, object?> { ["reason"] = fault.Reason.ToString(), ["member"] = fault.Member });

    private static IResult Results(MessageReading reading) => TypedResults.Json(new
    {
        success = reading.Items.All(i => i.Fault is null),
        results = reading.Items.Select(i => new { id = i.Id, accepted = i.Fault is null, reason = i.Fault?.Reason.ToString(), member = i.Fault?.Member, detail = i.Fault?.Detail }),
    });
}
