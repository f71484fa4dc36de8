namespace Tajriba.Demo.Building;

/// <summary>How far the demo is built.</summary>
/// <param name="Written">Events in the log.</param>
/// <param name="All">Events of the history.</param>
public readonly record struct DemoProgress(long Written, long All);
