using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Tajriba.Kernel.Log;

namespace Tajriba.Touchpoints.Channels.Messages;

/// <summary>Tells the log what became of messages; never the address, never the text.</summary>
public sealed class MessageFacts(IExperienceLog log, TimeProvider clock)
{
    public const string Source = "room:channels";
    public const string Sent = "Message Sent";
    public const string Suppressed = "Message Suppressed";
    public const string Failed = "Message Failed";

    internal Task TellAsync(DbTransaction transaction, MessageRecord message, string name, string? reason, CancellationToken cancellationToken) => message.PersonId is not null ? Task.CompletedTask : log.AppendAsync(
        transaction,
        [new NewEvent
        {
            Source = Source,
            Id = string.Create(CultureInfo.InvariantCulture, $"message-{message.Id}-{name[8..].ToLowerInvariant()}"),
            Name = name,
            Time = clock.GetUtcNow(),
            Objects = [new ObjectRef("customer", message.CustomerId)],
            Channel = message.Channel,
            Attributes = JsonSerializer.Serialize(new { message = message.Id, purpose = message.Purpose, topic = message.Topic, programme = message.Programme, channel = message.Channel, reason }),
        }],
        cancellationToken);
}
