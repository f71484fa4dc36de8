namespace Tajriba.Experience.Surveys.Invite;

/// <summary>Customers to be invited by a list programme, from a time on.</summary>
internal sealed record InviteBody(IReadOnlyList<string>? Customers, DateTimeOffset? NotBefore);
