using Tajriba.Kernel.Access;

namespace Tajriba.Leadership.Maturity.Invitations;

/// <summary>Whom the person at hand may ask: by a part of the name, by a role that they hold, or by the unit to which they belong.</summary>
public sealed class InvitedPeople(IPeople people, IUnits units)
{
    private const int Most = 500;

    /// <summary>Those who may be asked, by user name.</summary>
    /// <param name="text">Part of a name, or null.</param>
    /// <param name="role">Code of a role, or null.</param>
    /// <param name="unit">Code of a unit; those of units below it are found too. Null for everywhere.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<PersonSummary>> ListAsync(string? text, string? role, string? unit, CancellationToken cancellationToken = default)
    {
        HashSet<string>? within = units.Tree.Find(unit) is { } found ? [.. units.Tree.Within(found).Select(u => u.Code)] : null;
        return
        [
            .. (await people.ListAsync(string.IsNullOrWhiteSpace(text) ? null : text.Trim(), null, Most, cancellationToken))
                .Where(p => p.IsActive && (string.IsNullOrEmpty(role) || p.Grants.Any(g => g.Role == role)) && (within is null || p.UnitCodes.Any(within.Contains))),
        ];
    }

    /// <summary>Those of some ids who may be asked; null where one of them may not.</summary>
    public async Task<IReadOnlyList<PersonSummary>?> FindAsync(IEnumerable<long> ids, CancellationToken cancellationToken = default)
    {
        var found = new List<PersonSummary>();
        foreach (long id in ids.Distinct().Take(Most))
        {
            if (await people.FindAsync(id, cancellationToken) is not { IsActive: true } person)
            {
                return null;
            }

            found.Add(person);
        }

        return found;
    }

    /// <summary>The nearest of the asked units that a person belongs to, be it through a unit below it; null where there is none.</summary>
    public string? UnitOf(PersonSummary person, IReadOnlyList<string> asked)
    {
        ArgumentNullException.ThrowIfNull(person);
        return person.UnitCodes
            .Select(code => units.Tree.Find(code)).OfType<Unit>()
            .Select(unit => units.Tree.PathOf(unit).Reverse().Select((u, up) => (u.Code, Up: up)).FirstOrDefault(u => asked.Contains(u.Code)))
            .Where(u => u.Code is not null)
            .OrderBy(u => u.Up)
            .FirstOrDefault().Code;
    }
}
