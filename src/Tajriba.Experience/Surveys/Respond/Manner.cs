namespace Tajriba.Experience.Surveys.Respond;

/// <summary>Where a page of questions is shown.</summary>
internal enum Manner
{
    /// <summary>On somebody's own device, by an address that everybody may have.</summary>
    Open,

    /// <summary>On somebody's own device, by a link made for one person.</summary>
    Personal,

    /// <summary>On a device that one uses after another.</summary>
    Kiosk,

    /// <summary>In a frame of another page.</summary>
    Frame,
}
