namespace Tajriba.Client;

/// <summary>Whom a message is about: a known customer, an unknown visitor, or one who is both.</summary>
/// <param name="UserId">The customer's id in the organization's own systems, or null. At most 200 characters.</param>
/// <param name="AnonymousId">The id of a browser, an app or a device before anybody is known, or null. At most 200 characters.</param>
public readonly record struct TajribaUser(string? UserId, string? AnonymousId)
{
    private const int Longest = 200;

    /// <summary>A known customer.</summary>
    public static TajribaUser Known(string userId) => new(userId, null);

    /// <summary>An unknown visitor.</summary>
    public static TajribaUser Anonymous(string anonymousId) => new(null, anonymousId);

    /// <summary>Throws where nobody is named.</summary>
    internal void Check()
    {
        if (string.IsNullOrEmpty(UserId) && string.IsNullOrEmpty(AnonymousId))
        {
            throw new ArgumentException("A message is about somebody: a user id or an anonymous id is needed.", "user");
        }

        if (UserId?.Length > Longest || AnonymousId?.Length > Longest)
        {
            throw new ArgumentException(FormattableString.Invariant($"An id has at most {Longest} characters."), "user");
        }
    }
}
