namespace Tajriba.Statistics;

/// <summary>What causes what among factors, direct and indirect effects together.</summary>
/// <param name="Divisor">What the direct relations were divided by.</param>
/// <param name="Normalised">X, the direct relations over the divisor.</param>
/// <param name="Total">T = X (I − X)⁻¹.</param>
/// <param name="Given">D, row sums of T: what a factor does to all.</param>
/// <param name="Received">R, column sums of T: what all do to a factor.</param>
/// <param name="Prominence">D + R: how much a factor matters.</param>
/// <param name="Relation">D − R: positive for causes, negative for effects.</param>
/// <param name="Threshold">What a total relation must be above to be drawn.</param>
/// <param name="Edges">Pairs (from, to), 0-based, row by row, whose total relation is strictly above the threshold.</param>
/// <param name="Causes">0-based factors with a positive relation.</param>
/// <param name="Weights">√((D + R)² + (D − R)²), adding up to 1.</param>
public sealed record DematelResult(
    double Divisor,
    IReadOnlyList<IReadOnlyList<double>> Normalised,
    IReadOnlyList<IReadOnlyList<double>> Total,
    IReadOnlyList<double> Given,
    IReadOnlyList<double> Received,
    IReadOnlyList<double> Prominence,
    IReadOnlyList<double> Relation,
    double Threshold,
    IReadOnlyList<(int From, int To)> Edges,
    IReadOnlyList<int> Causes,
    IReadOnlyList<double> Weights);
