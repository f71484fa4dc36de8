namespace Tajriba.Experience.Surveys.Invite;

/// <summary>How many invitations of a programme stand like this.</summary>
/// <param name="ProgrammeId">Whose.</param>
/// <param name="State">How they stand.</param>
/// <param name="Reason">Why they did not go out; else empty.</param>
/// <param name="Furthest">How far they came before they stood like this: an expired one may have been opened.</param>
/// <param name="Count">How many.</param>
public sealed record ProgrammeCount(long ProgrammeId, InvitationState State, string Reason, FunnelStep Furthest, long Count);
