namespace Tajriba.Statistics;

/// <summary>Laney's p′ chart: a p chart whose limits know of variation between periods.</summary>
/// <param name="Plain">The ordinary p chart.</param>
/// <param name="Scores">z of each share: (p − p̄)/√(p̄(1 − p̄)/n).</param>
/// <param name="ScoreSigma">Mean moving range of the scores over 1.128: 1 where binomial variation explains all, more where it does not.</param>
/// <param name="Limits">p̄ ± 3 σ_p σ_z for each point, within 0 to 1.</param>
/// <param name="Out">0-based indices of the points strictly beyond these limits.</param>
public sealed record LaneyChart(CountChart Plain, IReadOnlyList<double> Scores, double ScoreSigma, IReadOnlyList<ControlLimits> Limits, IReadOnlyList<int> Out);
