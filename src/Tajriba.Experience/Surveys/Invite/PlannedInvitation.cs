namespace Tajriba.Experience.Surveys.Invite;

/// <summary>An invitation to be put on record.</summary>
internal sealed record PlannedInvitation(
    long ProgrammeId, string TriggerKey, string CustomerId, string? Unit, string? Language, string? Context, string Objects, DateTimeOffset Due, DateTimeOffset Expires);
