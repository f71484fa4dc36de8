namespace Tajriba.Statistics;

/// <summary>An effect compared within strata, so that what defines the strata cannot explain it.</summary>
/// <param name="RiskDifference">Mantel–Haenszel risk difference, exposed minus unexposed, with Sato's interval.</param>
/// <param name="StandardError">Its standard error (Sato 1989), right for few large and for many sparse strata.</param>
/// <param name="StandardErrorGreenlandRobins">The older standard error (Greenland and Robins 1985), for comparison with other programs; for large strata.</param>
/// <param name="OddsRatio">Mantel–Haenszel odds ratio with the Robins–Breslow–Greenland interval; NaN where no stratum informs it.</param>
/// <param name="CrudeRiskDifference">The difference without strata, with Newcombe's interval.</param>
/// <param name="InformativeStrata">Strata with both exposed and unexposed; the others say nothing.</param>
/// <param name="ComparedExposed">Exposed in informative strata.</param>
public sealed record StratifiedEffect(
    Estimate RiskDifference,
    double StandardError,
    double StandardErrorGreenlandRobins,
    Estimate OddsRatio,
    Estimate CrudeRiskDifference,
    int InformativeStrata,
    long ComparedExposed);
