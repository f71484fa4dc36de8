namespace Tajriba.Experience.Surveys.Invite;

/// <summary>Whom a programme would ask now, if it asked now.</summary>
/// <param name="Population">How many fit.</param>
/// <param name="NotDrawn">Of them, left out by the share.</param>
/// <param name="Looked">How many of those drawn were looked at, at most 1,000.</param>
/// <param name="Asked">Of those looked at, would get a message.</param>
/// <param name="Reasons">Why the others would not, the most frequent first.</param>
public sealed record Preview(long Population, long NotDrawn, long Looked, long Asked, IReadOnlyList<(string Reason, long Count)> Reasons);
