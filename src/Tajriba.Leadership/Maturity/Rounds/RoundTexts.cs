namespace Tajriba.Leadership.Maturity.Rounds;

/// <summary>The texts of the pages of rounds.</summary>
public sealed class RoundTexts;
