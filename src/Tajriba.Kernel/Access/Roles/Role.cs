namespace Tajriba.Kernel.Access;

/// <summary>A named set of permissions; a grant ties it to a person and a unit.</summary>
/// <param name="Id">The house's number of it.</param>
/// <param name="Code">Stable name (<c>administrator</c>).</param>
/// <param name="IsBuiltIn">Ships with the house and is not edited.</param>
/// <param name="Name">Its names.</param>
/// <param name="Permissions">Ids and patterns, as <see cref="PermissionCatalog.Covers"/> reads them.</param>
public sealed record Role(long Id, string Code, bool IsBuiltIn, LocalName Name, IReadOnlyList<string> Permissions);
