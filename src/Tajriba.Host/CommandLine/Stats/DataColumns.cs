namespace Tajriba.Host.CommandLine.Stats;

/// <summary>Named columns of equal length.</summary>
internal sealed record DataColumns(string[] Names, double[][] Values);
