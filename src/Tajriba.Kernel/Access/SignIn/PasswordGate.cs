using System.Net;
using Microsoft.AspNetCore.Identity;

namespace Tajriba.Kernel.Access;

/// <summary>
/// Checks a name and a password. It does the same work and gives the same answer whether the name is unknown, the person
/// deactivated, without a password, or the password wrong.
/// </summary>
public sealed class PasswordGate
{
    // Hashing is slow on purpose; more at once than the machine has processors would starve everybody else.
    private static readonly SemaphoreSlim Hashing = new(Math.Max(1, Environment.ProcessorCount / 2));
    private static readonly Person Nobody = new();

    private readonly UserManager<Person> persons;
    private readonly AttemptLimiter limiter;
    private readonly IPasswordHasher<Person> hasher;
    private readonly Decoy decoy;

    internal PasswordGate(UserManager<Person> persons, AttemptLimiter limiter, IPasswordHasher<Person> hasher, Decoy decoy)
    {
        this.persons = persons;
        this.limiter = limiter;
        this.hasher = hasher;
        this.decoy = decoy;
    }

    /// <param name="userName">As typed.</param>
    /// <param name="password">As typed.</param>
    /// <param name="address">Where the request comes from.</param>
    /// <param name="device">The browser's token from an earlier sign-in to this very account, already verified; else null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<PasswordAnswer> CheckAsync(
        string? userName, string? password, IPAddress? address, string? device, CancellationToken cancellationToken = default)
    {
        var name = userName is { Length: > 0 and <= 100 } && !userName.Any(char.IsSurrogate) ? userName.Trim() : "?";
        var own = device is null ? AttemptKey.Account(persons.NormalizeName(name) ?? "") : AttemptKey.Device(device);
        AttemptKey[] keys = device is null ? [own, AttemptKey.Address(address)] : [own];
        if (await limiter.BeginAsync(keys, cancellationToken) is { } wait)
        {
            return new(null, wait);
        }

        var person = await persons.FindByNameAsync(name);
        var fits = await FitsAsync(person, password, cancellationToken);
        if (person is null || !fits)
        {
            return new(null, null);
        }

        await limiter.SucceedAsync([own], keys[1..], cancellationToken);
        return new(person, null);
    }

    private async Task<bool> FitsAsync(Person? person, string? password, CancellationToken cancellationToken)
    {
        var usable = password is { Length: > 0 and <= PasswordLimits.Longest };
        var typed = usable ? password! : "?";
        await Hashing.WaitAsync(cancellationToken);
        try
        {
            if (usable && person is { IsActive: true, PasswordHash: not null })
            {
                return await persons.CheckPasswordAsync(person, typed);
            }

            hasher.VerifyHashedPassword(Nobody, decoy.Hash, typed);
            return false;
        }
        finally
        {
            Hashing.Release();
        }
    }

    /// <summary>A hash that no password fits, made once, as costly to check as a real one.</summary>
    internal sealed class Decoy(IPasswordHasher<Person> hasher)
    {
        public string Hash { get; } = hasher.HashPassword(Nobody, Secrets.NewToken());
    }
}
