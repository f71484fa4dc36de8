namespace Tajriba.Statistics;

/// <summary>Alternatives weighed over criteria.</summary>
/// <param name="Local">One list a criterion: the alternatives' weights under it, adding up to 1.</param>
/// <param name="Distributive">Σ_c w_c local_c, adding up to 1.</param>
/// <param name="Ideal">Σ_c w_c local_c/max(local_c), brought to 1: the best under a criterion counts in full.</param>
public sealed record AhpSynthesis(
    IReadOnlyList<IReadOnlyList<double>> Local,
    IReadOnlyList<double> Distributive,
    IReadOnlyList<double> Ideal);
