namespace Tajriba.ProcessMining;

/// <summary>How a time range selects.</summary>
public enum TimeRangeMode
{
    /// <summary>Cases that begin and end inside the range.</summary>
    TracesContained = 0,

    /// <summary>Cases that overlap the range.</summary>
    TracesIntersecting = 1,

    /// <summary>Events inside the range.</summary>
    Events = 2,
}
