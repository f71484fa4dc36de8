using Tajriba.Organization.Governance.Records;

namespace Tajriba.Leadership.Culture.Rituals;

/// <summary>One day of a ritual.</summary>
/// <param name="Ritual">Which.</param>
/// <param name="On">The day.</param>
/// <param name="IsKept">Whether it was kept; null while nobody has said so.</param>
public sealed record RitualDay(Kept<Ritual> Ritual, DateOnly On, bool? IsKept);
