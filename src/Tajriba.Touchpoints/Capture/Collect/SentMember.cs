namespace Tajriba.Touchpoints.Capture.Collect;

/// <summary>The members of an item that are read.</summary>
internal enum SentMember
{
    Other,
    Type,
    Event,
    UserId,
    AnonymousId,
    PreviousId,
    GroupId,
    MessageId,
    Timestamp,
    OriginalTimestamp,
    SentAt,
    WriteKey,
    Properties,
    Traits,
}
