namespace Tajriba.Experience.Surveys.Results;

/// <summary>How asking went.</summary>
/// <param name="Invited">Invitations sent.</param>
/// <param name="Opened">Links opened.</param>
/// <param name="Answered">Answers of known customers.</param>
public sealed record AskedCount(long Invited, long Opened, long Answered);
