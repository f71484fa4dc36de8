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

        if (next is null || next.Length < PasswordLimits.Shortest)
        {
            return AccessRefusal.PasswordTooShort;
        }

        if (next.Length > PasswordLimits.Longest)
        {
            return AccessRefusal.PasswordTooLong;
        }

        if (person.PasswordHash is null)
        {
            return Reason(await persons.AddPasswordAsync(person, next));
        }

        // A stolen session must not become a place to guess the password at full speed.
        var key = AttemptKey.Device($"change:{personId}");
        if (current is null or { Length: > PasswordLimits.Longest } || await limiter.BeginAsync([key], cancellationToken) is not null)
        {
            return AccessRefusal.PasswordWrong;
        }

        var refusal = Reason(await persons.ChangePasswordAsync(person, current, next));
        if (refusal is null)
        {
            await limiter.SucceedAsync([key], [], cancellationToken);
        }

        return refusal;
    }

    private static AccessRefusal? Reason(IdentityResult result)
        => result.Succeeded ? null
            : Enum.TryParse<AccessRefusal>(result.Errors.First().Code, out var refusal) ? refusal
            : AccessRefusal.PasswordWrong;
}
