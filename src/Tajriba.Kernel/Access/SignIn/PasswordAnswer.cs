namespace Tajriba.Kernel.Access;

/// <summary>What became of a try to sign in.</summary>
/// <param name="Person">Who signed in, or null.</param>
/// <param name="Wait">How long to wait before the next try, or null where the name and password do not fit.</param>
public sealed record PasswordAnswer(Person? Person, TimeSpan? Wait);
