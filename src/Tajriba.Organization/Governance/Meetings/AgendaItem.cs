namespace Tajriba.Organization.Governance.Meetings;

/// <summary>One line of an agenda.</summary>
/// <param name="Part">Where it stands.</param>
/// <param name="Text">What it is about, as the one who made the agenda reads it.</param>
/// <param name="Path">The page that shows it as it is now, or null.</param>
public sealed record AgendaItem(AgendaPart Part, string Text, string? Path = null);
