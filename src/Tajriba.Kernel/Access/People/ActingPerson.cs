namespace Tajriba.Kernel.Access;

/// <summary>A person for whom the house does something while they are away, within what they may do now.</summary>
public sealed class ActingPerson : ICurrentPerson
{
    private readonly PersonGrants grants;
    private readonly UnitTree tree;

    internal ActingPerson(PersonGrants grants, UnitTree tree) => (this.grants, this.tree) = (grants, tree);

    public bool IsSignedIn => true;

    public long Id => grants.Person.Id;

    public string Name => grants.Person.DisplayName;

    /// <summary>What the person types to sign in; an e-mail address or a short name.</summary>
    public string UserName => grants.Person.UserName;

    /// <summary>Codes of the units to which the person belongs.</summary>
    public IReadOnlyList<string> UnitCodes => grants.UnitCodes;

    /// <summary>How the person wants to read; null until they have chosen.</summary>
    public ReaderPreferences? Preferences => grants.Person.Preferences;

    /// <summary>Whether the person holds a role anywhere.</summary>
    public bool Grants(string role) => grants.Roles.Any(r => r.Role == role);

    public bool Can(Permission permission)
    {
        ArgumentNullException.ThrowIfNull(permission);
        return grants.Can(permission.Id);
    }

    public UnitScope ScopeOf(Permission permission)
    {
        ArgumentNullException.ThrowIfNull(permission);
        return grants.ScopeOf(permission.Id, tree);
    }
}
