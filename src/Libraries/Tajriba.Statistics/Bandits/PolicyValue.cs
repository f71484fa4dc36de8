namespace Tajriba.Statistics;

/// <summary>What a policy would have earned a round, estimated from the log of another, by several estimators.</summary>
/// <param name="Rounds">Rounds in the log.</param>
/// <param name="LoggedMean">Mean reward in the log.</param>
/// <param name="Ips">Inverse propensity score: mean of w r, with w the ratio of both policies' probabilities.</param>
/// <param name="IpsError">Its standard error.</param>
/// <param name="SelfNormalised">Σ w r/Σ w.</param>
/// <param name="Direct">Mean of what a smoothed table of rewards says the policy earns.</param>
/// <param name="DoublyRobust">Direct plus mean of w (r − q).</param>
/// <param name="DoublyRobustError">Its standard error.</param>
/// <param name="SelfNormalisedDoublyRobust">Direct plus Σ w (r − q)/Σ w.</param>
/// <param name="Clipped">IPS with weights cut at the clip.</param>
/// <param name="Switched">Doubly robust with weights above the switch put to 0.</param>
/// <param name="Shrunk">Doubly robust with weights λw/(w² + λ) (Su et al., ICML 2020).</param>
/// <param name="EffectiveSize">(Σ w)²/Σ w²: how many rounds of the policy itself the log is worth.</param>
/// <param name="MeanWeight">Near 1 where propensities are right.</param>
/// <param name="MaxWeight">The weight of the round that counts most.</param>
/// <param name="IpsInterval">Percentile bootstrap interval of IPS.</param>
/// <param name="DoublyRobustInterval">Percentile bootstrap interval of the doubly robust estimate.</param>
public sealed record PolicyValue(
    int Rounds,
    double LoggedMean,
    double Ips,
    double IpsError,
    double SelfNormalised,
    double Direct,
    double DoublyRobust,
    double DoublyRobustError,
    double SelfNormalisedDoublyRobust,
    double Clipped,
    double Switched,
    double Shrunk,
    double EffectiveSize,
    double MeanWeight,
    double MaxWeight,
    Estimate IpsInterval,
    Estimate DoublyRobustInterval);
