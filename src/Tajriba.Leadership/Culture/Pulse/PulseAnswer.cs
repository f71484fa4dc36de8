namespace Tajriba.Leadership.Culture.Pulse;

/// <summary>What one person answers, on its way into the tally; it is kept nowhere as a whole.</summary>
/// <param name="Person">Id of the person.</param>
/// <param name="Unit">Code of the unit to which the answers count; <see cref="ShownUnits.Whole"/> to none.</param>
/// <param name="Scores">Answer by key of the question, 1 to 5.</param>
public sealed record PulseAnswer(long Person, string Unit, IReadOnlyDictionary<string, int> Scores);
