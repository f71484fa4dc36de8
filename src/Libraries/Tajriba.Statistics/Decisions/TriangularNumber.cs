namespace Tajriba.Statistics;

/// <summary>A triangular fuzzy number: surely above the lower, most likely the middle, surely below the upper.</summary>
/// <param name="Lower">At most the middle.</param>
/// <param name="Middle">At most the upper.</param>
/// <param name="Upper">The greatest possible value.</param>
public readonly record struct TriangularNumber(double Lower, double Middle, double Upper);
