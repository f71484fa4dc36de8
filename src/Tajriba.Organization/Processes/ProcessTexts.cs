namespace Tajriba.Organization.Processes;

/// <summary>Texts of the pages of the room.</summary>
public sealed class ProcessTexts;
