using System.Globalization;
using Tajriba.Kernel.Access;
using Tajriba.Ui.Pieces;

namespace Tajriba.Organization.Governance.Records;

/// <summary>What people who have a part in governance are called, and whom the person at hand may give one.</summary>
public sealed class PersonNames(IPeople people, IActingPersons persons)
{
    private const int Most = 500;

    /// <summary>The names of some people by id; those who are gone are left out.</summary>
    public async Task<IReadOnlyDictionary<long, string>> OfAsync(IEnumerable<long?> ids, CancellationToken cancellationToken = default)
    {
        var names = new Dictionary<long, string>();
        foreach (long id in ids.OfType<long>().Distinct())
        {
            if (((await persons.FindAsync(id, cancellationToken))?.Name ?? (await people.FindAsync(id, cancellationToken))?.DisplayName) is { } name)
            {
                names[id] = name;
            }
        }

        return names;
    }

    /// <summary>Whom the person at hand may name.</summary>
    public async Task<IReadOnlyList<Choice>> ChoicesAsync(CancellationToken cancellationToken = default)
        => [.. (await people.ListAsync(null, null, Most, cancellationToken)).Where(p => p.IsActive).Select(p => new Choice(p.Id.ToString(CultureInfo.InvariantCulture), p.DisplayName))];
}
