using Tajriba.Kernel.Access;
using Tajriba.Leadership.Culture.Records;
using Tajriba.Organization.Governance.Records;

namespace Tajriba.Leadership.Culture.Rituals;

/// <summary>What one person sees of rituals: the organization's, and those of the units held.</summary>
public sealed class RitualReader(CultureBook book, RitualStore store, ICurrentPerson person)
{
    /// <summary>The rituals that may be seen.</summary>
    public IReadOnlyList<Kept<Ritual>> All => [.. book.All<Ritual>(CultureKind.Ritual).Where(r => r.Value.Unit is null || person.ScopeOf(CulturePermissions.View).Contains(r.Value.Unit))];

    /// <summary>Whether the person keeps the rituals of a unit, or of the organization (null).</summary>
    public bool Manages(string? unit) => person.ScopeOf(CulturePermissions.Manage).Contains(unit);

    /// <summary>Their days from one day to another, both included, in order.</summary>
    public async Task<IReadOnlyList<RitualDay>> DaysAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken = default)
    {
        IReadOnlyDictionary<(string, DateOnly), bool> said = await store.SinceAsync(from, cancellationToken);
        return [.. All.SelectMany(r => r.Value.Days(from, to).Select(day => new RitualDay(r, day, said.TryGetValue((r.Code, day), out bool kept) ? kept : null))).OrderBy(d => d.On).ThenBy(d => d.Ritual.Code, StringComparer.Ordinal)];
    }
}
