using Tajriba.Kernel.Access;

namespace Tajriba.Organization.Governance.Policies;

/// <summary>Who has to have read a policy: whoever may enter the room and belongs to the unit for which it holds, as far as the person at hand may see them.</summary>
public sealed class PolicyReaders(IPeople people, IUnits units)
{
    private const int Most = 500;

    /// <summary>Those people, by name.</summary>
    public async Task<IReadOnlyList<PersonSummary>> OfAsync(Policy policy, CancellationToken cancellationToken = default)
    {
        HashSet<string>? within = units.Tree.Find(policy.Unit) is { } unit ? [.. units.Tree.Within(unit).Select(u => u.Code)] : null;
        return
        [
            .. (await people.ListAsync(null, null, Most, cancellationToken))
                .Where(p => p.IsActive && p.Grants.Count > 0 && (within is null || p.UnitCodes.Any(within.Contains)))
                .OrderBy(p => p.DisplayName, StringComparer.CurrentCultureIgnoreCase),
        ];
    }
}
