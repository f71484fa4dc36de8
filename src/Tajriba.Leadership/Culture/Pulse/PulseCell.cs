namespace Tajriba.Leadership.Culture.Pulse;

/// <summary>A unit of which a round that is over is shown.</summary>
/// <param name="Unit">Code of the unit; <see cref="ShownUnits.Whole"/> for everybody.</param>
/// <param name="Above">The nearest unit above that is shown; null for the whole.</param>
/// <param name="Answers">How many answered in it and all below it.</param>
public sealed record PulseCell(string Unit, string? Above, int Answers);
