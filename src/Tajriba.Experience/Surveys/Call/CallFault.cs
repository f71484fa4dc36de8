namespace Tajriba.Experience.Surveys.Call;

/// <summary>What is wrong with a call that was told.</summary>
/// <param name="Member">The member of the body: <c>answers.nps</c>.</param>
/// <param name="Reason">What it should be.</param>
internal sealed record CallFault(string Member, string Reason);
