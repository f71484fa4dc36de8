namespace Tajriba.Organization.Objectives;

/// <summary>Texts of the pages of the room.</summary>
public sealed class ObjectiveTexts;
