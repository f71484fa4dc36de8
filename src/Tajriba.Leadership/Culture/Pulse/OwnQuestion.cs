namespace Tajriba.Leadership.Culture.Pulse;

/// <summary>A question of the house's own, in the language of its people.</summary>
/// <param name="Text">The statement.</param>
/// <param name="Dimension">What it measures.</param>
/// <param name="IsReversed">Whether agreeing speaks against it.</param>
public sealed record OwnQuestion(string Text, Dimension Dimension, bool IsReversed);
