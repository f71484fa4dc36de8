namespace Tajriba.Kernel.Log;

/// <summary>What one transaction has appended so far; becomes visible in memory when it commits.</summary>
internal sealed class LogTransaction
{
    /// <summary>Head of the log when the transaction locked it.</summary>
    public required long Start { get; init; }

    /// <summary>Last position given out.</summary>
    public required long Position { get; set; }

    /// <summary>Last object number given out.</summary>
    public required long Object { get; set; }

    /// <summary>When the last event was received, in microseconds.</summary>
    public required long Received { get; set; }

    public Dictionary<(NameKind Kind, string Name), int> NewNames { get; } = [];
}
