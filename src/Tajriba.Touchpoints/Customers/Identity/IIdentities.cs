using System.Data.Common;

namespace Tajriba.Touchpoints.Customers.Identity;

/// <summary>
/// Who is who. A person is named by the log's number of one of its objects: the first customer among its identifiers by the
/// bytes of the id (of those that no other is told to follow, where there are some), or the first visitor where no customer is known. Which objects are one may change with what the log is
/// told later; the numbers of objects never do.
/// </summary>
public interface IIdentities
{
    /// <summary>The person that an object belongs to; the object itself where it is joined with none.</summary>
    Task<long> PersonOfAsync(long objectNumber, CancellationToken cancellationToken = default);

    /// <summary>The objects of the person that an object belongs to, itself among them, by the connection of a transaction: whoever holds one must not wait for another.</summary>
    Task<IReadOnlyList<long>> MembersWithAsync(DbTransaction transaction, long objectNumber, CancellationToken cancellationToken = default);

    /// <summary>The persons of many objects; those joined with none are left out.</summary>
    Task<IReadOnlyDictionary<long, long>> PersonsOfAsync(IReadOnlyCollection<long> objectNumbers, CancellationToken cancellationToken = default);

    /// <summary>Every customer that another customer's person has taken in, with that person: not those that are joined with visitors alone.</summary>
    Task<IReadOnlyDictionary<long, long>> JoinedCustomersAsync(CancellationToken cancellationToken = default);

    /// <summary>The objects (customers and visitors) of a person, customers first; the person's own number alone where nothing is joined with it.</summary>
    Task<IReadOnlyList<long>> MembersOfAsync(long person, CancellationToken cancellationToken = default);

    /// <summary>
    /// Addresses or numbers told with any of these objects, the verified before the given, the later told before the earlier;
    /// without fillers and without those that too many customers share.
    /// </summary>
    Task<IReadOnlyList<PersonContact>> ContactsOfAsync(IReadOnlyList<long> members, IdentifierKind kind, CancellationToken cancellationToken = default);

    /// <summary>The same by the connection of a transaction.</summary>
    Task<IReadOnlyList<PersonContact>> ContactsOfAsync(DbTransaction transaction, IReadOnlyList<long> members, IdentifierKind kind, CancellationToken cancellationToken = default);
}
