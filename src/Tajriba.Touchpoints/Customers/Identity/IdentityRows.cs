using System.Data.Common;
using System.Text;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Touchpoints.Customers.Identity;

/// <summary>
/// The room's tables of identifiers within one transaction. Rows are written many to a statement with their numbers in its
/// text: parameters by name cost more than the rows.
/// </summary>
internal sealed class IdentityRows(DbTransaction transaction, IExperienceLog log, IdentitySettings settings)
{
    private const int RowsAtOnce = 400;
    private const int TextsAtOnce = 100;
    private const string Columns = "node, kind, id, person, met, state, guarded";
    private readonly Dictionary<long, IdentityRow> rows = [];

    public IdentityRow this[long node] => rows[node];

    public void Each(Action<IdentityRow> change)
    {
        foreach (IdentityRow row in rows.Values)
        {
            change(row);
        }
    }

    /// <summary>Numbers for the addresses and numbers of a portion, in its order; those unknown so far get the next.</summary>
    public async Task<long[]> NumberAsync(IReadOnlyList<(IdentifierKind Kind, string Value)> contacts, CancellationToken cancellationToken)
    {
        var known = new Dictionary<(IdentifierKind, string), long>();
        foreach ((IdentifierKind Kind, string Value)[] some in contacts.GroupBy(c => c.Kind).SelectMany(g => g.Chunk(TextsAtOnce)))
        {
            (string, object?)[] values = [.. some.Select((c, i) => ($"p{i}", (object?)c.Value))];
            await ReadAsync($"SELECT {Columns} FROM customers_identity WHERE kind = {(int)some[0].Kind} AND id IN ({string.Join(',', values.Select(v => "@" + v.Item1))})", row =>
                known[(row.Node.Kind, row.Node.Id)] = row.Node.Number, cancellationToken, values);
        }

        long last = known.Count == contacts.Count ? 0 : await transaction.Command("SELECT COALESCE(MIN(node), 0) FROM customers_identity WHERE node < 0").ScalarAsync<long>(cancellationToken);
        var numbers = new long[contacts.Count];
        for (int i = 0; i < numbers.Length; i++)
        {
            (IdentifierKind kind, string value) = contacts[i];
            if (!known.TryGetValue((kind, value), out numbers[i]))
            {
                numbers[i] = --last;
                Add(new IdentityNode(last, kind, value));
            }
        }

        return numbers;
    }

    /// <summary>Adds evidence and answers which links are new.</summary>
    public async Task<List<(long A, long B, LinkReason Reason)>> LinkAsync(List<(long A, long B, LinkReason Reason, LinkEvidence Evidence)> links, CancellationToken cancellationToken)
    {
        var fresh = new List<(long, long, LinkReason)>();
        foreach ((long A, long B, LinkReason Reason, LinkEvidence Evidence)[] some in links.Chunk(RowsAtOnce))
        {
            var told = some.ToDictionary(l => (l.A, l.B, (int)l.Reason), l => l.Evidence.Count);
            string sql =
                $"""
                INSERT INTO customers_links (a, b, reason, position, time, count) VALUES {Join(some, l => $"({l.A},{l.B},{(int)l.Reason},{l.Evidence.Position},{l.Evidence.Time},{l.Evidence.Count})")}
                ON CONFLICT (a, b, reason) DO UPDATE SET
                    position = CASE WHEN excluded.time < customers_links.time OR (excluded.time = customers_links.time AND excluded.position < customers_links.position)
                        THEN excluded.position ELSE customers_links.position END,
                    time = CASE WHEN excluded.time < customers_links.time THEN excluded.time ELSE customers_links.time END,
                    count = customers_links.count + excluded.count
                RETURNING a, b, reason, count
                """;
            foreach ((long a, long b, int reason, long count) in await transaction.Command(sql).ListAsync(r => (r.GetInt64(0), r.GetInt64(1), r.GetInt32(2), r.GetInt64(3)), cancellationToken))
            {
                if (told[(a, b, reason)] == count)
                {
                    fresh.Add((a, b, (LinkReason)reason));
                }
            }
        }

        return fresh;
    }

    /// <summary>Has the rows of these identifiers at hand; those of objects not met so far are made.</summary>
    public async Task LoadAsync(IEnumerable<long> nodes, CancellationToken cancellationToken)
    {
        var missing = nodes.Where(n => !rows.ContainsKey(n)).ToHashSet();
        foreach (long[] some in missing.Chunk(RowsAtOnce))
        {
            await ReadAsync($"SELECT {Columns} FROM customers_identity WHERE node IN ({string.Join(',', some)})", _ => { }, cancellationToken);
        }

        foreach (KnownObject item in await log.GetObjectsAsync([.. missing.Where(n => !rows.ContainsKey(n))], cancellationToken))
        {
            Add(new IdentityNode(item.Number, item.Type == "customer" ? IdentifierKind.Customer : IdentifierKind.Visitor, item.Id));
        }
    }

    /// <summary>The links that join any of these identifiers with another, each perhaps twice.</summary>
    public async Task<List<(long A, long B, LinkReason Reason)>> JointsOfAsync(IReadOnlyCollection<long> nodes, CancellationToken cancellationToken)
    {
        var found = new List<(long, long, LinkReason)>();
        foreach (long[] some in nodes.Chunk(RowsAtOnce))
        {
            string list = string.Join(',', some);
            found.AddRange(await transaction.Command(
                $"SELECT a, b, reason FROM customers_links WHERE a IN ({list}) AND reason <= {(int)LinkReason.VerifiedPhone} " +
                $"UNION ALL SELECT a, b, reason FROM customers_links WHERE b IN ({list}) AND reason <= {(int)LinkReason.VerifiedPhone}")
                .ListAsync(r => (r.GetInt64(0), r.GetInt64(1), (LinkReason)r.GetInt32(2)), cancellationToken));
        }

        return found;
    }

    /// <summary>Keeps decisions of a portion.</summary>
    public async Task DecideAsync(IReadOnlyList<(long A, long B, long Position, long Time, HandDecision Decision)> decisions, CancellationToken cancellationToken)
    {
        foreach ((long a, long b, long position, long time, HandDecision decision) in decisions)
        {
            await transaction.Command(
                "INSERT INTO customers_decisions (a, b, position, time, decision) VALUES (@a, @b, @position, @time, @decision)",
                ("a", a), ("b", b), ("position", position), ("time", time), ("decision", (int)decision)).RunAsync(cancellationToken);
        }
    }

    /// <summary>What holds now for pairs with any of these identifiers in them.</summary>
    public async Task<Dictionary<(long A, long B), HandDecision>> DecisionsOfAsync(IReadOnlyCollection<long> nodes, CancellationToken cancellationToken)
    {
        var found = new HashSet<Decided>();
        foreach (long[] some in nodes.Chunk(RowsAtOnce))
        {
            string list = string.Join(',', some);
            found.UnionWith(await transaction.Command(
                $"SELECT a, b, time, decision, position FROM customers_decisions WHERE a IN ({list}) UNION ALL SELECT a, b, time, decision, position FROM customers_decisions WHERE b IN ({list})")
                .ListAsync(Decided.Read, cancellationToken));
        }

        return Decided.Latest(found).ToDictionary(d => (d.A, d.B), d => d.Decision);
    }

    /// <summary>Those of these persons with an identifier that is kept apart from another.</summary>
    public async Task<HashSet<long>> GuardedAsync(IReadOnlyCollection<long> persons, CancellationToken cancellationToken)
    {
        var guarded = new HashSet<long>();
        if (await transaction.Command("SELECT COUNT(*) FROM (SELECT 1 AS one FROM customers_identity WHERE guarded = 1 LIMIT 1) AS any_of_them").ScalarAsync<long>(cancellationToken) == 0)
        {
            return guarded;
        }

        foreach (long[] some in persons.Chunk(RowsAtOnce))
        {
            guarded.UnionWith(await transaction.Command($"SELECT person FROM customers_identity WHERE guarded = 1 AND person IN ({string.Join(',', some)})")
                .ListAsync(r => r.GetInt64(0), cancellationToken));
        }

        return guarded;
    }

    /// <summary>Gives whole persons another number, also where their rows are not at hand.</summary>
    public Task RenameAsync(IReadOnlyCollection<(long From, long To)> persons, CancellationToken cancellationToken) => transaction.UpdateManyAsync(
        "customers_identity", "person = {1}", "person", [persons.Select(p => p.From).ToArray(), persons.Select(p => p.To).ToArray()], cancellationToken: cancellationToken);

    /// <summary>Writes what was made or changed.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        IdentityRow[] made = [.. rows.Values.Where(r => r.IsNew).OrderBy(r => r.Node.Number)];
        await transaction.InsertManyAsync(
            $"customers_identity ({Columns})",
            "",
            [
                Column(made, r => r.Node.Number), Column(made, r => (long)r.Node.Kind), Array.ConvertAll(made, r => r.Node.Id), Column(made, r => r.Person),
                Column(made, r => r.Met), Column(made, r => (long)r.State), Column(made, r => r.Guarded ? 1 : 0),
            ],
            cancellationToken);
        IdentityRow[] changed = [.. rows.Values.Where(r => r is { IsNew: false, IsChanged: true }).OrderBy(r => r.Node.Number)];
        await transaction.UpdateManyAsync(
            "customers_identity",
            "person = {1}, met = {2}, state = {3}, guarded = {4}",
            "node",
            [Column(changed, r => r.Node.Number), Column(changed, r => r.Person), Column(changed, r => r.Met), Column(changed, r => (long)r.State), Column(changed, r => r.Guarded ? 1 : 0)],
            cancellationToken: cancellationToken);
    }

    private static long[] Column(IdentityRow[] some, Func<IdentityRow, long> value) => Array.ConvertAll(some, r => value(r));

    private static string Join<T>(T[] some, Func<T, string> row) => string.Join(',', some.Select(row));

    private void Add(IdentityNode node) => rows.Add(node.Number, new IdentityRow(node)
    {
        IsNew = true,
        State = settings.IsFiller(node.Kind, node.Id) ? IdentifierState.Filler : IdentifierState.Joins,
    });

    private async Task ReadAsync(string sql, Action<IdentityRow> found, CancellationToken cancellationToken, params (string, object?)[] values)
    {
        foreach (IdentityRow row in await transaction.Command(sql, values).ListAsync(Row, cancellationToken))
        {
            rows.TryAdd(row.Node.Number, row);
            found(row);
        }
    }

    private static IdentityRow Row(DbDataReader r) => new(new IdentityNode(r.GetInt64(0), (IdentifierKind)r.GetInt32(1), r.GetString(2)))
    {
        Person = r.GetInt64(3),
        Met = r.GetInt64(4),
        State = (IdentifierState)r.GetInt32(5),
        Guarded = r.GetInt32(6) != 0,
    };
}
