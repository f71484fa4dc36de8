namespace Tajriba.Experience.Surveys.Invite;

/// <summary>Texts of the pages of programmes.</summary>
public sealed class ProgrammeTexts;
