using Microsoft.AspNetCore.Identity;

namespace Tajriba.Kernel.Access;

/// <summary>12-128 characters of any kind: length is what makes a password strong, and a cap keeps hashing cheap.</summary>
public sealed class PasswordLimits : IPasswordValidator<Person>
{
    public const int Shortest = 12;
    public const int Longest = 128;

    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password)
        => Task.FromResult(password switch
        {
            null or { Length: < Shortest } => Failed(AccessRefusal.PasswordTooShort),
            { Length: > Longest } => Failed(AccessRefusal.PasswordTooLong),
            _ => IdentityResult.Success,
        });

    private static IdentityResult Failed(AccessRefusal refusal) => IdentityResult.Failed(new IdentityError { Code = refusal.ToString() });
}
