using System.Data.Common;
using Tajriba.Touchpoints.Customers.Identity;

namespace Tajriba.Experience.Tests.Indicators;

/// <summary>Customers that are somebody else, as said by hand.</summary>
internal sealed class KnownPersons : IIdentities
{
    public Dictionary<long, long> Joined { get; set; } = [];

    public Task<IReadOnlyDictionary<long, long>> JoinedCustomersAsync(CancellationToken cancellationToken = default) => Task.FromResult<IReadOnlyDictionary<long, long>>(Joined);

    public Task<long> PersonOfAsync(long objectNumber, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<IReadOnlyDictionary<long, long>> PersonsOfAsync(IReadOnlyCollection<long> objectNumbers, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<long>> MembersOfAsync(long person, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<long>> MembersWithAsync(DbTransaction transaction, long objectNumber, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<PersonContact>> ContactsOfAsync(DbTransaction transaction, IReadOnlyList<long> members, IdentifierKind kind, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<PersonContact>> ContactsOfAsync(IReadOnlyList<long> members, IdentifierKind kind, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
