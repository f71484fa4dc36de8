using Microsoft.AspNetCore.Http;
using Tajriba.Touchpoints.Capture.Intake;
using Tajriba.Touchpoints.Capture.Sources;

namespace Tajriba.Touchpoints.Capture.Collect;

/// <summary>Makes events out of calls in the form of the Segment tracking specification, one or a batch of them.</summary>
internal sealed class SegmentForm(EventMaker maker, CollectLimits limits) : IMessageForm
{
    public const string Batch = "batch";
    public const string Import = "import";

    public bool Reads(string call) => call is Batch or Import or Refused.Item || CallKinds.Of(call) != CallKind.None;

    public MessageReading Read(string call, ReadOnlyMemory<byte> text) => SentBody.Read(call, text, limits.BatchEvents);

    public void Make(MessageReading reading, EventSource source, DateTimeOffset received)
    {
        foreach (MessageItem item in reading.Items)
        {
            if (item is SentItem sent)
            {
                maker.Make(sent, source, received);
            }
        }
    }

    public IResult Answer(MessageReading reading, bool strict) => CollectAnswers.Of(reading, strict);
}
