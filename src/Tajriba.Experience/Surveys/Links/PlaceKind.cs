namespace Tajriba.Experience.Surveys.Links;

/// <summary>What an address that everybody may have is for.</summary>
public enum PlaceKind
{
    /// <summary>To be opened on one's own device; a poster's QR code leads there.</summary>
    Web,

    /// <summary>For a device that stands there and is used by one after another.</summary>
    Kiosk,
}
