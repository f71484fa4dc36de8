using System.Data.Common;
using Tajriba.Kernel.Log;

namespace Tajriba.Touchpoints.Customers.Identity;

/// <summary>
/// Works a portion of the log into the tables. A new link between persons without decisions unites them as they stand; only
/// where an identifier turns out to be shared, or a person decides, is the affected component read and grouped anew.
/// </summary>
internal sealed class IdentityWriter(DbTransaction transaction, IExperienceLog log, IdentitySettings settings)
{
    private readonly IdentityRows rows = new(transaction, log, settings);
    private readonly HashSet<long> seeds = [];
    private readonly Dictionary<long, long> renamed = [];

    public async Task ApplyAsync(IdentityPortion portion, CancellationToken cancellationToken)
    {
        long[] contacts = await rows.NumberAsync(portion.Contacts, cancellationToken);
        long Number(long place) => place < 0 ? contacts[-1 - place] : place;
        List<(long A, long B, LinkReason Reason)> fresh =
            await rows.LinkAsync([.. portion.Links.Select(l => (A: Number(l.Key.A), B: Number(l.Key.B), l.Key.Reason, l.Value)).OrderBy(l => l.A).ThenBy(l => l.B)], cancellationToken);
        await rows.LoadAsync(fresh.SelectMany(l => new[] { l.A, l.B }), cancellationToken);
        await CountAsync(fresh, cancellationToken);
        await DecideAsync([.. portion.Decisions.Select(d => (Math.Min(Number(d.A), Number(d.B)), Math.Max(Number(d.A), Number(d.B)), d.Position, d.Time, d.Decision))], cancellationToken);

        fresh = [.. fresh.Where(Joins)];
        HashSet<long> guarded = await rows.GuardedAsync(fresh.SelectMany(l => new[] { rows[l.A].Person, rows[l.B].Person }).ToHashSet(), cancellationToken);
        seeds.UnionWith(fresh.Where(l => guarded.Contains(rows[l.A].Person) || guarded.Contains(rows[l.B].Person)).Select(l => l.A));
        HashSet<long> regrouped = seeds.Count == 0 ? [] : await RegroupAsync(cancellationToken);
        await UniteAsync(fresh.Where(l => !regrouped.Contains(l.A)), cancellationToken);
        await rows.SaveAsync(cancellationToken);
    }

    private bool Joins((long A, long B, LinkReason Reason) link) =>
        link.Reason.Joins() && rows[link.A].State == IdentifierState.Joins && rows[link.B].State == IdentifierState.Joins;

    /// <summary>
    /// Counts with how many customers visitors, addresses and numbers were told, and how many customers follow another;
    /// beyond the limit they are shared. A former id that may be of either kind is no customer more.
    /// </summary>
    private async Task CountAsync(List<(long A, long B, LinkReason Reason)> fresh, CancellationToken cancellationToken)
    {
        var crossing = new HashSet<long>();
        foreach ((long a, long b, LinkReason reason) in fresh)
        {
            IdentityRow met = rows[b];
            if (reason.Joins()
                && (met.Node.Kind != IdentifierKind.Customer || reason == LinkReason.Alias)
                && rows[a] is { Node.Kind: IdentifierKind.Customer, State: not IdentifierState.Filler } customer
                && customer.Node.Id != met.Node.Id)
            {
                met.Met++;
                met.IsChanged = true;
                if (met is { Node.Kind: IdentifierKind.Customer, Met: 1 })
                {
                    // A former id: it names its person no more.
                    seeds.Add(b);
                }

                if (met.State == IdentifierState.Joins && met.Met > settings.MostCustomers(met.Node.Kind))
                {
                    met.State = IdentifierState.Shared;
                    crossing.Add(b);
                }
            }
        }

        seeds.UnionWith(crossing);
        seeds.UnionWith((await rows.JointsOfAsync(crossing, cancellationToken)).SelectMany(l => new[] { l.A, l.B }));
    }

    private async Task DecideAsync(List<(long A, long B, long Position, long Time, HandDecision Decision)> decisions, CancellationToken cancellationToken)
    {
        if (decisions.Count == 0)
        {
            return;
        }

        var nodes = decisions.SelectMany(d => new[] { d.A, d.B }).ToHashSet();
        await rows.LoadAsync(nodes, cancellationToken);
        await rows.DecideAsync(decisions, cancellationToken);
        Dictionary<(long A, long B), HandDecision> holding = await rows.DecisionsOfAsync(nodes, cancellationToken);
        foreach (long node in nodes)
        {
            rows[node].Guarded = holding.Any(h => h.Value == HandDecision.Never && (h.Key.A == node || h.Key.B == node));
            rows[node].IsChanged = true;
        }

        seeds.UnionWith(nodes);
    }

    /// <summary>Reads what hangs together with the seeds and groups it from nothing. Answers what it read.</summary>
    private async Task<HashSet<long>> RegroupAsync(CancellationToken cancellationToken)
    {
        var reached = new HashSet<long>();
        var joints = new HashSet<(long A, long B, LinkReason Reason)>();
        var apart = new HashSet<(long A, long B)>();
        HashSet<long> edge = [.. seeds];
        while (edge.Count > 0)
        {
            reached.UnionWith(edge);
            await rows.LoadAsync(edge, cancellationToken);
            var found = new HashSet<(long A, long B, LinkReason Reason)>(
                await rows.JointsOfAsync([.. edge.Where(n => rows[n].State == IdentifierState.Joins)], cancellationToken));
            await rows.LoadAsync(found.SelectMany(l => new[] { l.A, l.B }), cancellationToken);
            found.RemoveWhere(l => !Joins(l));
            foreach (((long a, long b), HandDecision decision) in await rows.DecisionsOfAsync(edge, cancellationToken))
            {
                if (decision == HandDecision.Same)
                {
                    found.Add((a, b, LinkReason.Hand));
                }
                else if (decision == HandDecision.Never)
                {
                    apart.Add((a, b));
                }
            }

            joints.UnionWith(found);
            edge = [.. found.SelectMany(l => new[] { l.A, l.B }).Where(n => !reached.Contains(n))];
        }

        foreach ((long node, long person) in IdentityGroups.Of(reached.ToDictionary(n => n, n => rows[n]), joints, apart))
        {
            rows[node].IsChanged |= rows[node].Person != person;
            rows[node].Person = person;
        }

        return reached;
    }

    /// <summary>Unites whole persons by links between them.</summary>
    private async Task UniteAsync(IEnumerable<(long A, long B, LinkReason Reason)> links, CancellationToken cancellationToken)
    {
        List<(long A, long B)> persons = [.. links.Select(l => (rows[l.A].Person, rows[l.B].Person)).Where(p => p.Item1 != p.Item2)];
        await rows.LoadAsync(persons.SelectMany(p => new[] { p.A, p.B }), cancellationToken);
        foreach ((long a, long b) in persons)
        {
            IdentityRow one = rows[Now(a)];
            IdentityRow other = rows[Now(b)];
            if (one != other)
            {
                (IdentityRow first, IdentityRow second) = one.Precedes(other) ? (one, other) : (other, one);
                renamed[second.Node.Number] = first.Node.Number;
            }
        }

        await rows.RenameAsync([.. renamed.Keys.Where(p => !rows[p].IsNew).Select(p => (p, Now(p)))], cancellationToken);
        rows.Each(row => row.Person = Now(row.Person));
    }

    private long Now(long person)
    {
        while (renamed.TryGetValue(person, out long next))
        {
            if (renamed.TryGetValue(next, out long further))
            {
                renamed[person] = further;
            }

            person = next;
        }

        return person;
    }
}
