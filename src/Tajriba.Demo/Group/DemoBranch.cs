using Tajriba.Kernel.Access;

namespace Tajriba.Demo.Group;

/// <summary>A branch of the group.</summary>
/// <param name="Code">Code of its unit.</param>
/// <param name="City">Code of the region that contains it.</param>
/// <param name="Name">Its names.</param>
/// <param name="Share">Share of the group's customers.</param>
public sealed record DemoBranch(string Code, string City, LocalName Name, double Share);
