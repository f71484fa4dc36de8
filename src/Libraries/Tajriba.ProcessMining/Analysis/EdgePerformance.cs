namespace Tajriba.ProcessMining;

/// <summary>The times between two activities that directly follow each other, in seconds.</summary>
/// <param name="From">The earlier activity (a code).</param>
/// <param name="To">The later activity (a code).</param>
/// <param name="Count">Occurrences.</param>
/// <param name="Mean">Arithmetic mean.</param>
/// <param name="Median">Exact median; of an even number the mean of the middle two.</param>
/// <param name="P95">95th percentile, linear interpolation at (n−1)·0.95.</param>
/// <param name="Min">Shortest.</param>
/// <param name="Max">Longest.</param>
/// <param name="Sum">Sum.</param>
public readonly record struct EdgePerformance(int From, int To, long Count, double Mean, double Median, double P95, double Min, double Max, double Sum);
