namespace Tajriba.Experience.Surveys.Links;

/// <summary>How somebody came to answer; the event tells it in lower case.</summary>
public enum LinkMode
{
    /// <summary>By an address that everybody may have; who answered is not known.</summary>
    Anonymous,

    /// <summary>By a link made for one customer.</summary>
    Personal,

    /// <summary>On a device that stands in a unit and is used by one after another.</summary>
    Kiosk,

    /// <summary>In a frame on a site of ours.</summary>
    Embed,

    /// <summary>By a link in an e-mail.</summary>
    Email,

    /// <summary>By telephone, told by the machine that asked.</summary>
    Ivr,
}
