namespace Tajriba.Touchpoints.Capture.Import.Reading;

/// <summary>What a cell holds. Its bytes are UTF-8 in every case.</summary>
public enum CellKind : byte
{
    Missing,
    Text,

    /// <summary>A number in JSON's grammar.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A JSON object or array.</summary>
    Json,
}
