namespace Tajriba.Demo.Story;

/// <summary>Kind of vehicle; what confounds two of the planted frictions.</summary>
public enum Segment
{
    Economy,
    Family,
    Premium,
    Commercial,
}
