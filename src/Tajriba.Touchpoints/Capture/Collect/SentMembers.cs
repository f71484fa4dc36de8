using System.Text.Json;
using Tajriba.Kernel.Log;

namespace Tajriba.Touchpoints.Capture.Collect;

/// <summary>Tells members of an item by their names.</summary>
internal static class SentMembers
{
    private const int LongestEscaped = 128;

    /// <summary>The member on whose name the reader stands.</summary>
    public static SentMember Of(in Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            return Of(reader.ValueSpan);
        }

        if (reader.ValueSpan.Length > LongestEscaped || !EventAttributes.Takes(in reader))
        {
            return SentMember.Other;
        }

        Span<byte> name = stackalloc byte[LongestEscaped];
        return Of(name[..reader.CopyString(name)]);
    }

    /// <summary>By length first: most names are told apart by it alone.</summary>
    private static SentMember Of(ReadOnlySpan<byte> name) => name.Length switch
    {
        4 when name.SequenceEqual("type"u8) => SentMember.Type,
        5 when name.SequenceEqual("event"u8) => SentMember.Event,
        6 when name.SequenceEqual("userId"u8) => SentMember.UserId,
        6 when name.SequenceEqual("sentAt"u8) => SentMember.SentAt,
        6 when name.SequenceEqual("traits"u8) => SentMember.Traits,
        7 when name.SequenceEqual("groupId"u8) => SentMember.GroupId,
        8 when name.SequenceEqual("writeKey"u8) => SentMember.WriteKey,
        9 when name.SequenceEqual("messageId"u8) => SentMember.MessageId,
        9 when name.SequenceEqual("timestamp"u8) => SentMember.Timestamp,
        10 when name.SequenceEqual("properties"u8) => SentMember.Properties,
        10 when name.SequenceEqual("previousId"u8) => SentMember.PreviousId,
        11 when name.SequenceEqual("anonymousId"u8) => SentMember.AnonymousId,
        17 when name.SequenceEqual("originalTimestamp"u8) => SentMember.OriginalTimestamp,
        _ => SentMember.Other,
    };
}
