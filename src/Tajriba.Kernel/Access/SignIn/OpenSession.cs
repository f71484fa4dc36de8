namespace Tajriba.Kernel.Access;

/// <summary>A browser in which a person is signed in.</summary>
/// <param name="Id">Names the session to its person; not the secret in the cookie.</param>
/// <param name="Browser">What the browser calls itself (<c>Firefox · Linux</c>), or empty.</param>
/// <param name="CreatedAt">When the person signed in.</param>
/// <param name="SeenAt">When it was last used, within the hour.</param>
/// <param name="IsThis">True for the session of the request at hand.</param>
public sealed record OpenSession(long Id, string Browser, DateTimeOffset CreatedAt, DateTimeOffset SeenAt, bool IsThis);
