namespace Tajriba.Statistics;

/// <summary>How far apart two values are for Krippendorff's alpha.</summary>
public enum KrippendorffMetric
{
    /// <summary>The same or not.</summary>
    Nominal,

    /// <summary>By the values between them in order, by how often they occur.</summary>
    Ordinal,

    /// <summary>By their difference, squared.</summary>
    Interval,

    /// <summary>By their difference over their sum, squared; for values of 0 or more.</summary>
    Ratio,
}
