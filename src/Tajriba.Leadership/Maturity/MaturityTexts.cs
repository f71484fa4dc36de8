namespace Tajriba.Leadership.Maturity;

/// <summary>The texts of the room's pages.</summary>
public sealed class MaturityTexts;
