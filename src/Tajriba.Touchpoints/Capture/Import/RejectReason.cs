namespace Tajriba.Touchpoints.Capture.Import;

/// <summary>Why a row was not taken.</summary>
public enum RejectReason : byte
{
    None,
    BadEncoding,
    CellCount,
    UnclosedQuote,
    TextAfterQuote,
    BadJson,
    MissingActivity,
    MissingTime,
    BadTime,
    MissingObject,
    UnknownObject,
    BadCharacter,
    TooLong,
    BadAttributes,
}
