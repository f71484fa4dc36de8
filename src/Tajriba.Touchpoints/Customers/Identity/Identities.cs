using System.Data.Common;
using Tajriba.Kernel.Storage;

namespace Tajriba.Touchpoints.Customers.Identity;

/// <summary>Reads who is who.</summary>
public sealed class Identities(IDatabase database) : IIdentities
{
    /// <summary>At most so many identifiers and so many links of a person are read.</summary>
    public const int Most = 500;

    private const int AtOnce = 500;
    private const string Columns = "i.node, i.kind, i.id, i.person, i.state, i.met";

    public async Task<long> PersonOfAsync(long objectNumber, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await PersonOfAsync(connection, objectNumber, cancellationToken);
    }

    public async Task<IReadOnlyDictionary<long, long>> PersonsOfAsync(IReadOnlyCollection<long> objectNumbers, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        var persons = new Dictionary<long, long>();
        foreach (long[] some in objectNumbers.Distinct().Chunk(AtOnce))
        {
            foreach ((long node, long person) in await connection.Command($"SELECT node, person FROM customers_identity WHERE node IN ({string.Join(',', some)}) AND person <> node")
                .ListAsync(r => (r.GetInt64(0), r.GetInt64(1)), cancellationToken))
            {
                persons.Add(node, person);
            }
        }

        return persons;
    }

    public async Task<IReadOnlyDictionary<long, long>> JoinedCustomersAsync(CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return (await connection.Command($"SELECT node, person FROM customers_identity WHERE kind = {(int)IdentifierKind.Customer} AND person <> node")
            .ListAsync(r => (Node: r.GetInt64(0), Person: r.GetInt64(1)), cancellationToken)).ToDictionary(r => r.Node, r => r.Person);
    }

    public async Task<IReadOnlyList<long>> MembersOfAsync(long person, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        List<long> members = await connection.Command("SELECT node FROM customers_identity WHERE person = @person AND node > 0 ORDER BY kind, id", ("person", person))
            .ListAsync(r => r.GetInt64(0), cancellationToken);
        return members.Count == 0 ? [person] : members;
    }

    public async Task<IReadOnlyList<PersonContact>> ContactsOfAsync(IReadOnlyList<long> members, IdentifierKind kind, CancellationToken cancellationToken = default)
    {
        if (members.Count == 0)
        {
            return [];
        }

        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await ContactsAsync(connection.Command(ContactsSql(members), ("kind", (int)kind)), cancellationToken);
    }

    public async Task<IReadOnlyList<PersonContact>> ContactsOfAsync(DbTransaction transaction, IReadOnlyList<long> members, IdentifierKind kind, CancellationToken cancellationToken = default) =>
        members.Count == 0 ? [] : await ContactsAsync(transaction.Command(ContactsSql(members), ("kind", (int)kind)), cancellationToken);

    public async Task<IReadOnlyList<long>> MembersWithAsync(DbTransaction transaction, long objectNumber, CancellationToken cancellationToken = default)
    {
        List<long> members = await transaction.Command(
            "SELECT node FROM customers_identity WHERE person = (SELECT person FROM customers_identity WHERE node = @node) AND node > 0", ("node", objectNumber)).ListAsync(r => r.GetInt64(0), cancellationToken);
        return [.. members.Append(objectNumber).Distinct().Order()];
    }

    /// <summary>An identifier by its number (negative for addresses and numbers), or null where no event links it to another.</summary>
    public async Task<IdentityMember?> FindAsync(long node, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return (await connection.Command($"SELECT {Columns} FROM customers_identity i WHERE i.node = @node", ("node", node)).ListAsync(Member, cancellationToken)).FirstOrDefault();
    }

    /// <summary>The number of a canonical address or number, or null where none is known by it.</summary>
    public async Task<long?> ContactAsync(IdentifierKind kind, string canonical, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command("SELECT node FROM customers_identity WHERE kind = @kind AND id = @id", ("kind", (int)kind), ("id", canonical)).ScalarAsync<long?>(cancellationToken);
    }

    /// <summary>What a person decided of two identifiers and holds.</summary>
    public async Task<HandDecision> DecisionOfAsync(long a, long b, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        List<Decided> decided = await connection.Command(
            "SELECT a, b, time, decision, position FROM customers_decisions WHERE a = @a AND b = @b", ("a", Math.Min(a, b)), ("b", Math.Max(a, b))).ListAsync(Decided.Read, cancellationToken);
        return Decided.Latest(decided).FirstOrDefault()?.Decision ?? HandDecision.None;
    }

    /// <summary>What is known of the person that an object belongs to, or null where nothing links it to another identifier.</summary>
    /// <param name="objectNumber">The log's number of the object.</param>
    /// <param name="skip">How many of the identifiers, in their order, to pass over.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<PersonIdentity?> OfAsync(long objectNumber, int skip = 0, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        long person = await PersonOfAsync(connection, objectNumber, cancellationToken);
        List<IdentityMember> members = await connection.Command(
            $"SELECT {Columns} FROM customers_identity i WHERE i.person = @person ORDER BY i.kind, i.id LIMIT {Most} OFFSET @skip", ("person", person), ("skip", skip)).ListAsync(Member, cancellationToken);
        long count = skip == 0 && members.Count < Most
            ? members.Count
            : await connection.Command("SELECT COUNT(*) FROM customers_identity WHERE person = @person", ("person", person)).ScalarAsync<long>(cancellationToken);
        if (count == 0)
        {
            return null;
        }

        if (members.Count == 0)
        {
            return new PersonIdentity(person, [], count, [], [], false);
        }

        string list = string.Join(',', members.Select(m => m.Node.Number));
        List<Raw> links = await connection.Command(
            $"""
            SELECT a, b, reason, position, time, count FROM customers_links WHERE a IN ({list})
            UNION SELECT a, b, reason, position, time, count FROM customers_links WHERE b IN ({list})
            ORDER BY 5, 4, 3 LIMIT {Most + 1}
            """).ListAsync(Raw.Read, cancellationToken);
        List<Decided> decided = await connection.Command(
            $"""
            SELECT a, b, time, decision, position FROM customers_decisions WHERE a IN ({list})
            UNION SELECT a, b, time, decision, position FROM customers_decisions WHERE b IN ({list})
            """).ListAsync(Decided.Read, cancellationToken);
        Decided[] holding = [.. Decided.Latest(decided)];
        Dictionary<long, IdentityMember> known = await MembersAsync(
            connection, links.SelectMany(l => new[] { l.A, l.B }).Concat(holding.SelectMany(d => new[] { d.A, d.B })).ToHashSet(), cancellationToken);
        return new PersonIdentity(
            person,
            members,
            count,
            [.. links.Take(Most).Select(l => Link(l, known))],
            [.. holding.Where(d => d.Decision != HandDecision.None).Select(d => Rule(d, known)).OrderBy(r => r.Time)],
            links.Count > Most);
    }

    private static string ContactsSql(IReadOnlyList<long> members) =>
        $"""
        SELECT c.id, MIN(l.reason) AS strongest FROM customers_links l JOIN customers_identity c ON c.node = l.b
        WHERE l.a IN ({string.Join(',', members)}) AND c.kind = @kind AND c.state = {(int)IdentifierState.Joins}
        GROUP BY c.id ORDER BY strongest, MAX(l.time) DESC, c.id
        """;

    private static async Task<IReadOnlyList<PersonContact>> ContactsAsync(DbCommand command, CancellationToken cancellationToken) => await command.ListAsync(
        r => new PersonContact(r.GetString(0), (LinkReason)r.GetInt32(1) is LinkReason.VerifiedEmail or LinkReason.VerifiedPhone), cancellationToken);

    private static async Task<long> PersonOfAsync(DbConnection connection, long node, CancellationToken cancellationToken) =>
        await connection.Command("SELECT person FROM customers_identity WHERE node = @node", ("node", node)).ScalarAsync<long?>(cancellationToken) ?? node;

    private static async Task<Dictionary<long, IdentityMember>> MembersAsync(DbConnection connection, IReadOnlyCollection<long> nodes, CancellationToken cancellationToken)
    {
        var known = new Dictionary<long, IdentityMember>();
        foreach (long[] some in nodes.Chunk(AtOnce))
        {
            foreach (IdentityMember member in await connection.Command($"SELECT {Columns} FROM customers_identity i WHERE i.node IN ({string.Join(',', some)})").ListAsync(Member, cancellationToken))
            {
                known.Add(member.Node.Number, member);
            }
        }

        return known;
    }

    private static IdentityLink Link(Raw raw, Dictionary<long, IdentityMember> known)
    {
        IdentityMember a = known[raw.A];
        IdentityMember b = known[raw.B];
        LinkOutcome outcome = !raw.Reason.Joins() ? LinkOutcome.Unverified
            : a.State == IdentifierState.Filler || b.State == IdentifierState.Filler ? LinkOutcome.Filler
            : a.State == IdentifierState.Shared || b.State == IdentifierState.Shared ? LinkOutcome.Shared
            : a.Person == b.Person ? LinkOutcome.Joined
            : LinkOutcome.KeptApart;
        return new IdentityLink(a, b, raw.Reason, raw.Position, Microseconds.ToTime(raw.Time), raw.Count, outcome);
    }

    private static HandRule Rule(Decided decided, Dictionary<long, IdentityMember> known) =>
        new(known[decided.A], known[decided.B], decided.Decision, decided.Position, Microseconds.ToTime(decided.Time));

    private static IdentityMember Member(DbDataReader r) =>
        new(new IdentityNode(r.GetInt64(0), (IdentifierKind)r.GetInt32(1), r.GetString(2)), r.GetInt64(3), (IdentifierState)r.GetInt32(4), r.GetInt64(5));

    private sealed record Raw(long A, long B, LinkReason Reason, long Position, long Time, long Count)
    {
        public static Raw Read(DbDataReader r) => new(r.GetInt64(0), r.GetInt64(1), (LinkReason)r.GetInt32(2), r.GetInt64(3), r.GetInt64(4), r.GetInt64(5));
    }
}
