using Tajriba.Organization.Governance.Records;

namespace Tajriba.Organization.Governance.Owners;

/// <summary>Who answers for what, of all that the person at hand may see.</summary>
public sealed class OwnerBook(IEnumerable<IGovernedSource> sources, GovernanceBook book)
{
    /// <summary>All that somebody should answer for, by kind and then by name.</summary>
    public async Task<IReadOnlyList<Governed>> GovernedAsync(CancellationToken cancellationToken = default)
    {
        var all = new List<Governed>();
        foreach (IGovernedSource source in sources)
        {
            all.AddRange(await source.ListAsync(cancellationToken));
        }

        List<string> order = [.. GovernedKind.All];
        return [.. all.OrderBy(g => order.IndexOf(g.Kind)).ThenBy(g => g.Name, StringComparer.CurrentCultureIgnoreCase)];
    }

    /// <summary>Id of the person who answers for it, or null.</summary>
    public long? OwnerOf(string key) => book.Find<Ownership>(RecordKind.Owner, key)?.Value.Person;
}
