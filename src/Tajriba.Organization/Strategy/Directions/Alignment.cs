namespace Tajriba.Organization.Strategy.Directions;

/// <summary>Which pillars of the experience support which of the organization, and what is left alone on either side.</summary>
/// <param name="Organization">Where the organization goes.</param>
/// <param name="Experience">Where the experience of its customers goes.</param>
public sealed record Alignment(Direction Organization, Direction Experience)
{
    /// <summary>Pillars of the experience that support nothing of the organization: why are they there?</summary>
    public IReadOnlyList<Pillar> Unsupporting => [.. Experience.Pillars.Where(p => !Organization.Pillars.Any(o => Supports(p, o)))];

    /// <summary>Pillars of the organization that nothing of the experience supports: who carries them?</summary>
    public IReadOnlyList<Pillar> Unsupported => [.. Organization.Pillars.Where(o => !Experience.Pillars.Any(p => Supports(p, o)))];

    /// <summary>Share of the pillars on both sides that are not left alone; null where a side has none.</summary>
    public double? Share => Organization.Pillars.Count == 0 || Experience.Pillars.Count == 0 ? null
        : 1 - ((double)(Unsupporting.Count + Unsupported.Count) / (Organization.Pillars.Count + Experience.Pillars.Count));

    /// <summary>Whether a pillar of the experience supports one of the organization.</summary>
    public static bool Supports(Pillar experience, Pillar organization) => experience.Supports.Contains(organization.Code, StringComparer.Ordinal);
}
