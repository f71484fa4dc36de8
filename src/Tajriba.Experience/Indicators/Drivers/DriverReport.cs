namespace Tajriba.Experience.Indicators.Drivers;

/// <summary>What drives an indicator.</summary>
/// <param name="Count">Complete answers behind it.</param>
/// <param name="Explained">Share of the outcome's variance that the attributes explain.</param>
/// <param name="Noise">The share that an attribute of pure chance would reach; what stays below may be nothing.</param>
/// <param name="Drivers">The attributes, the weightiest first.</param>
public sealed record DriverReport(int Count, double Explained, double Noise, IReadOnlyList<AttributeDriver> Drivers);
