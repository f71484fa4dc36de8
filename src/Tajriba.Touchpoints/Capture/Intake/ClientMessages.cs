using System.Text.Json;
using Tajriba.Kernel.Log;
using Tajriba.Touchpoints.Capture.Contacts;
using Tajriba.Touchpoints.Capture.Feedback;
using Tajriba.Touchpoints.Capture.Sources;

namespace Tajriba.Touchpoints.Capture.Intake;

/// <summary>
/// Tells events whose attributes are a client's whole message (a call of the Segment specification, a CloudEvent) from those
/// whose attributes are nothing but attributes: contacts, feedback, and whatever came into the log by another road than capture.
/// </summary>
public sealed class ClientMessages(ILogNames names)
{
    private readonly Dictionary<int, bool> bySource = [];

    /// <summary>Whether an event's attributes are a client's message.</summary>
    public bool Holds(in CodedEvent item)
    {
        if (!bySource.TryGetValue(item.Source, out bool isCaptured))
        {
            bySource.Add(item.Source, isCaptured = EventSource.IsLogName(names.Source(item.Source)));
        }

        return isCaptured && (!IsPlain(names.EventName(item.Name)) || (!item.Attributes.IsEmpty && SaysSo(item.Attributes)));
    }

    private static bool IsPlain(string name) => name == FeedbackMessages.Received || ContactForm.Names.Contains(name);

    /// <summary>Others may name their events as contacts and feedback are named, but say so in members that those never have.</summary>
    private static bool SaysSo(ReadOnlySpan<byte> attributes)
    {
        var reader = new Utf8JsonReader(attributes);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isTheirs = reader.ValueTextEquals("event"u8) || reader.ValueTextEquals("specversion"u8);
            reader.Read();
            if (isTheirs && reader.TokenType != JsonTokenType.Null)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }
}
