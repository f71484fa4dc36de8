using Microsoft.AspNetCore.Http;

namespace Tajriba.Kernel.Access;

/// <summary>Reads the person whom authentication put on the request; nobody where there is no request.</summary>
internal sealed class CurrentPerson(IHttpContextAccessor accessor, UnitSnapshots units) : ICurrentPerson
{
    public bool IsSignedIn => Grants is not null;

    public long Id => Known.Person.Id;

    public string Name => Known.Person.DisplayName;

    /// <summary>True outside a request, where the house itself acts; an anonymous request is nobody, not the house.</summary>
    internal bool IsHouse => accessor.HttpContext is null;

    internal PersonGrants? Grants => accessor.HttpContext?.Features.Get<PersonGrants>();

    private PersonGrants Known => Grants ?? throw new InvalidOperationException("Nobody is signed in.");

    public bool Can(Permission permission) => Grants?.Can(permission.Id) ?? false;

    public UnitScope ScopeOf(Permission permission) => Grants?.ScopeOf(permission.Id, units.Tree) ?? UnitScope.Nothing;
}
