namespace Tajriba.Statistics;

/// <summary>Priorities from pairwise comparisons, and how consistent these are.</summary>
/// <param name="Weights">Principal eigenvector, adding up to 1.</param>
/// <param name="LambdaMax">Principal eigenvalue: n where the comparisons are consistent, more where not.</param>
/// <param name="ConsistencyIndex">(λ_max − n)/(n − 1).</param>
/// <param name="RandomIndex">Mean consistency index of random comparisons of this size.</param>
/// <param name="ConsistencyRatio">Consistency index over random index; 0 where the latter is 0.</param>
/// <param name="GeometricWeights">Geometric means of the rows, adding up to 1.</param>
/// <param name="GeometricConsistencyIndex">2/((n − 1)(n − 2)) Σ_(i&lt;j) ln²(a_ij w_j/w_i) with the geometric weights; 0 below three items.</param>
public sealed record AhpResult(
    IReadOnlyList<double> Weights,
    double LambdaMax,
    double ConsistencyIndex,
    double RandomIndex,
    double ConsistencyRatio,
    IReadOnlyList<double> GeometricWeights,
    double GeometricConsistencyIndex)
{
    /// <summary>True up to a ratio of 0.10, Saaty's limit; above it the judgements should be asked for again.</summary>
    public bool IsConsistent => ConsistencyRatio <= 0.10;
}
