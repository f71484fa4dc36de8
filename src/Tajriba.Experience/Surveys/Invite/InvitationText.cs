namespace Tajriba.Experience.Surveys.Invite;

/// <summary>
/// The words of an invitation in one language; <c>{link}</c> and <c>{unsubscribe}</c> are put in. An e-mail gets an HTML
/// form of the plain text, with the first question under it where the survey begins with a scale.
/// </summary>
public sealed record InvitationText(string Language, string Subject, string Plain, string Short);
