namespace Tajriba.Kernel.Access;

/// <summary>The person behind the request at hand.</summary>
public interface ICurrentPerson
{
    bool IsSignedIn { get; }

    /// <summary>The person's id; throws <see cref="InvalidOperationException"/> where nobody is signed in.</summary>
    long Id { get; }

    string Name { get; }

    bool Can(Permission permission);

    /// <summary>Units over which the person holds <paramref name="permission"/>; <see cref="UnitScope.Nothing"/> without it.</summary>
    UnitScope ScopeOf(Permission permission);
}
