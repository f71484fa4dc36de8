namespace Tajriba.Organization.Governance;

/// <summary>Texts of the pages of the room.</summary>
public sealed class GovernanceTexts;
