using Tajriba.Touchpoints.Capture.Sources;

namespace Tajriba.Touchpoints.Capture.Intake;

/// <summary>A form in which sources tell what happened. What arrives and what is told again after a refusal go the same road.</summary>
internal interface IMessageForm
{
    /// <summary>Whether it reads what came by this call.</summary>
    bool Reads(string call);

    /// <summary>Makes events out of a text; a bad item spoils only itself.</summary>
    /// <param name="call">The call by which it came.</param>
    /// <param name="text">What was sent.</param>
    /// <param name="source">Who sent it.</param>
    /// <param name="received">When it arrived.</param>
    MessageReading Read(string call, ReadOnlyMemory<byte> text, EventSource source, DateTimeOffset received);
}
