namespace Tajriba.Kernel.Access;

/// <summary>A part of the organization.</summary>
/// <param name="Id">The house's number of it; never reused.</param>
/// <param name="Code">What the experience log calls it; unique, immutable.</param>
/// <param name="Kind">What it is.</param>
/// <param name="ParentId">The unit that contains it; null at a root.</param>
/// <param name="Name">Its names.</param>
public sealed record Unit(long Id, string Code, UnitKind Kind, long? ParentId, LocalName Name);
