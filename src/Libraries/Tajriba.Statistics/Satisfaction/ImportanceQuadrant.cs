namespace Tajriba.Statistics;

/// <summary>Where an attribute stands in importance-performance analysis.</summary>
public enum ImportanceQuadrant
{
    /// <summary>Important and poorly done.</summary>
    ConcentrateHere,

    /// <summary>Important and well done.</summary>
    KeepUpTheGoodWork,

    /// <summary>Unimportant and poorly done.</summary>
    LowPriority,

    /// <summary>Unimportant and well done.</summary>
    PossibleOverkill,
}
