namespace Tajriba.Organization.Strategy;

/// <summary>Texts of the pages of the room.</summary>
public sealed class StrategyTexts;
