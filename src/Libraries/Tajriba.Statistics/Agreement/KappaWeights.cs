namespace Tajriba.Statistics;

/// <summary>How much two categories that are not the same count as agreement.</summary>
public enum KappaWeights
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>1 − |i − j| / (k − 1), for ordered categories (Cicchetti and Allison 1971).</summary>
    Linear,

    /// <summary>1 − (i − j)² / (k − 1)², for ordered categories (Fleiss and Cohen 1973).</summary>
    Quadratic,
}
