namespace Tajriba.Experience.Indicators.Drivers;

/// <summary>One answer behind an indicator, as far as drivers are concerned.</summary>
/// <param name="Outcome">The indicator's value.</param>
/// <param name="Scores">Every score of the answer, by name (<c>csi.speed</c>).</param>
/// <param name="Kano">Kano's letter of each attribute.</param>
internal sealed record AnswerRow(double Outcome, IReadOnlyDictionary<string, double> Scores, IReadOnlyDictionary<string, string> Kano);
