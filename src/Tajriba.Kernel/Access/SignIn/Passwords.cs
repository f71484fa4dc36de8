using Microsoft.AspNetCore.Identity;

namespace Tajriba.Kernel.Access;

internal sealed class Passwords(UserManager<Person> persons, AttemptLimiter limiter) : IPasswords
{
    public async Task<AccessRefusal?> ChangeAsync(long personId, string? current, string? next, CancellationToken cancellationToken = default)
    {
        if (await persons.FindByIdAsync(personId.ToString()) is not { } person)
        {
            return AccessRefusal.Unknown;
        }

        if (Refuse(next) is { } unfit)
        {
            return unfit;
        }

        if (person.PasswordHash is null)
        {
            return Reason(await persons.AddPasswordAsync(person, next!));
        }

        // A stolen session must not become a place to guess the password at full speed.
        var key = AttemptKey.Device($"change:{personId}");
        if (current is null or { Length: > PasswordLimits.Longest } || await limiter.BeginAsync([key], cancellationToken) is not null)
        {
            return AccessRefusal.PasswordWrong;
        }

        var refusal = Reason(await persons.ChangePasswordAsync(person, current, next!));
        if (refusal is null)
        {
            await limiter.SucceedAsync([key], [], cancellationToken);
        }

        return refusal;
    }

    public async Task<AccessRefusal?> ResetAsync(long personId, string? next, CancellationToken cancellationToken = default)
    {
        if (Refuse(next) is { } unfit)
        {
            return unfit;
        }

        if (await persons.FindByIdAsync(personId.ToString()) is not { } person)
        {
            return AccessRefusal.Unknown;
        }

        person.PasswordHash = persons.PasswordHasher.HashPassword(person, next!);
        return Reason(await persons.UpdateSecurityStampAsync(person));
    }

    private static AccessRefusal? Refuse(string? next) => next switch
    {
        null or { Length: < PasswordLimits.Shortest } => AccessRefusal.PasswordTooShort,
        { Length: > PasswordLimits.Longest } => AccessRefusal.PasswordTooLong,
        _ => null,
    };

    private static AccessRefusal? Reason(IdentityResult result)
        => result.Succeeded ? null
            : Enum.TryParse<AccessRefusal>(result.Errors.First().Code, out var refusal) ? refusal
            : AccessRefusal.PasswordWrong;
}
