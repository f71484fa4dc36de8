using Microsoft.AspNetCore.Http;
using Tajriba.Touchpoints.Capture.Sources;

namespace Tajriba.Touchpoints.Capture.Intake;

/// <summary>A form in which sources tell what happened. What arrives and what is told again after a refusal go the same road.</summary>
internal interface IMessageForm
{
    /// <summary>Whether it reads what came by this call.</summary>
    bool Reads(string call);

    /// <summary>Tells the items of a text apart. Whose they are need not be known yet: the key may stand in the text.</summary>
    /// <param name="call">The call by which it came.</param>
    /// <param name="text">What was sent.</param>
    MessageReading Read(string call, ReadOnlyMemory<byte> text);

    /// <summary>Makes an event of each item, or notes its fault; a bad item spoils only itself.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="source">Who sent it.</param>
    /// <param name="received">When it arrived.</param>
    void Make(MessageReading reading, EventSource source, DateTimeOffset received);

    /// <summary>What the sender is told, once everything is durable.</summary>
    /// <param name="reading">What became of the items.</param>
    /// <param name="strict">Whether it asked what became of each.</param>
    IResult Answer(MessageReading reading, bool strict);
}
