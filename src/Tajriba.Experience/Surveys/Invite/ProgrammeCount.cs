namespace Tajriba.Experience.Surveys.Invite;

/// <summary>How many invitations of a programme stand like this.</summary>
public sealed record ProgrammeCount(long ProgrammeId, InvitationState State, string Reason, long Count);
