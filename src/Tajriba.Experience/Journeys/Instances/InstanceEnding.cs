namespace Tajriba.Experience.Journeys.Instances;

/// <summary>How a journey stands.</summary>
public enum InstanceEnding : byte
{
    /// <summary>Still going, as far as the log knows.</summary>
    Open = 0,

    /// <summary>An end event happened.</summary>
    Ended = 1,

    /// <summary>Nothing happened for longer than the time-out.</summary>
    Left = 2,
}
