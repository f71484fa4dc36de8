namespace Tajriba.Touchpoints.Capture.Collect;

/// <summary>What kind of thing a client tells, in the words of the Segment tracking specification.</summary>
public enum CallKind
{
    /// <summary>None that we know, or a batch, whose items say it themselves.</summary>
    None,
    Track,
    Identify,
    Page,
    Screen,
    Group,
    Alias,
}
