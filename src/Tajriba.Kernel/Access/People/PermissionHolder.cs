namespace Tajriba.Kernel.Access;

/// <summary>Somebody who holds a permission over a unit.</summary>
/// <param name="Person">Who.</param>
/// <param name="Through">Code of the unit nearest to it for which they hold it; null where they hold it everywhere.</param>
public sealed record PermissionHolder(ActingPerson Person, string? Through);
