namespace Tajriba.Kernel.Access;

/// <summary>A unit about to be added.</summary>
/// <param name="Code">1-64 characters: letters, digits, <c>- _ . :</c>.</param>
/// <param name="Kind">What it is; never outside its parent's kind.</param>
/// <param name="ParentCode">Code of the unit that contains it, or null for a root.</param>
/// <param name="Name">Its names, each at most 200 characters.</param>
public sealed record NewUnit(string Code, UnitKind Kind, string? ParentCode, LocalName Name);
