namespace Tajriba.Kernel.Access;

/// <summary>Links that sign a person in once, to be handed over by somebody who may manage that person.</summary>
public interface ISignInLinks
{
    /// <summary>Makes a link; earlier unused ones of the person end.</summary>
    /// <returns>The path within the site, or why there is none.</returns>
    Task<SignInLink> CreateAsync(long personId, TimeSpan validity, CancellationToken cancellationToken = default);

    /// <summary>True while the link could still be used.</summary>
    Task<bool> IsOpenAsync(string token, CancellationToken cancellationToken = default);

    /// <summary>Uses a link up. Of any number of tries at once exactly one gets the person.</summary>
    Task<Person?> ConsumeAsync(string token, CancellationToken cancellationToken = default);
}

/// <param name="Path">Path within the site, starting with a slash; null where refused.</param>
/// <param name="Refusal">Why there is none.</param>
public sealed record SignInLink(string? Path, AccessRefusal? Refusal);
