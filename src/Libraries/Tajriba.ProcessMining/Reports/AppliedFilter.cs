namespace Tajriba.ProcessMining;

/// <summary>A filter with the view that it leaves.</summary>
/// <param name="Filter">The filter.</param>
/// <param name="Name">How the caller named it, when that differs.</param>
/// <param name="After">The view after it and all before it.</param>
public sealed record AppliedFilter(LogFilter Filter, string? Name, LogView After);
