namespace Tajriba.Leadership.Leadership;

/// <summary>Texts of the pages of the room.</summary>
public sealed class LeadershipTexts;
