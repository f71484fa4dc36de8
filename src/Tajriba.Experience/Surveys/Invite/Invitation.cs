namespace Tajriba.Experience.Surveys.Invite;

/// <param name="Id">Its number.</param>
/// <param name="ProgrammeId">Whose.</param>
/// <param name="CustomerId">Whom it asks.</param>
/// <param name="Unit">What unit it is about.</param>
/// <param name="Language">The person's language, where the trigger tells it.</param>
/// <param name="Context">JSON object that goes into the answer.</param>
/// <param name="Objects">JSON list of what it is about.</param>
/// <param name="State">How far it came.</param>
/// <param name="Reason">Why it did not go out.</param>
/// <param name="Channel">By what it went.</param>
/// <param name="MessageId">The message.</param>
/// <param name="Due">When it is to go out.</param>
/// <param name="Expires">When it ends.</param>
/// <param name="Sent">When it went out.</param>
/// <param name="Answered">When it was answered.</param>
/// <param name="Reminders">Reminders so far.</param>
public sealed record Invitation(
    long Id, long ProgrammeId, string CustomerId, string? Unit, string? Language, string? Context, string Objects, InvitationState State, string? Reason, string? Channel, long? MessageId,
    DateTimeOffset Due, DateTimeOffset Expires, DateTimeOffset? Sent, DateTimeOffset? Answered, int Reminders);
