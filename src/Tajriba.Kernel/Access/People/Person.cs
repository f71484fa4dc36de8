namespace Tajriba.Kernel.Access;

/// <summary>Somebody who may sign in. Mutable because ASP.NET Core Identity fills it in steps; what the house reads is <see cref="PersonGrants"/>.</summary>
public sealed class Person
{
    public long Id { get; set; }

    /// <summary>What the person types to sign in; an e-mail address or a short name.</summary>
    public string UserName { get; set; } = "";

    public string NormalizedUserName { get; set; } = "";

    public string DisplayName { get; set; } = "";

    /// <summary>Null until the person has set a password.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes with the password and with deactivation, which ends every session signed in before.</summary>
    public string SecurityStamp { get; set; } = "";

    public bool IsActive { get; set; } = true;

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Null until the person has chosen.</summary>
    public ReaderPreferences? Preferences { get; set; }
}
