using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Touchpoints.Customers.Directory;
using Tajriba.Touchpoints.Customers.Identity;

namespace Tajriba.Touchpoints.Customers.View;

/// <summary>Puts together what is known of one object.</summary>
public sealed class ObjectHistories(IExperienceLog log, ObjectDirectory directory, Identities identities)
{
    /// <summary>The summary counts the newest events up to this number.</summary>
    public const int MaxSummarized = 5_000;

    private const int PageSize = 50;
    private const int MaxCompanions = 20;

    /// <summary>The history of a person behind any of its objects, or null where there is none that the reader may see.</summary>
    /// <param name="number">The log's number of a customer or visitor.</param>
    /// <param name="scope">Units that the reader may see: a person is seen whole or not at all.</param>
    /// <param name="before">Cursor of the page, or null for the newest.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<ObjectHistory?> FindPersonAsync(long number, UnitScope scope, TimelineCursor? before, CancellationToken cancellationToken = default)
    {
        PersonIdentity? identity = await identities.OfAsync(number, cancellationToken: cancellationToken);
        IReadOnlyList<long> members = identity?.Objects ?? [number];
        IReadOnlyList<KnownObject> found = await log.GetObjectsAsync([identity?.Person ?? number], cancellationToken);

        // Asked of what does not exist too, so that the answer takes as long as for what is foreign.
        bool isVisible = await directory.IsAnyVisibleAsync(await identities.MembersOfAsync(identity?.Person ?? number, cancellationToken), scope, cancellationToken);
        if (found is not [{ Type: "customer" } known] || !isVisible)
        {
            return null;
        }

        Timeline page = await log.ReadObjectsAsync(members, before, PageSize, cancellationToken);
        return new ObjectHistory(known, page, await SummarizeAsync(await log.GetObjectsAsync(members, cancellationToken), cancellationToken), identity);
    }

    /// <summary>An object's history, or null where there is none that the reader may see.</summary>
    /// <param name="type">Object type.</param>
    /// <param name="number">The log's number of it.</param>
    /// <param name="scope">Units that the reader may see.</param>
    /// <param name="before">Cursor of the page, or null for the newest.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<ObjectHistory?> FindAsync(string type, long number, UnitScope scope, TimelineCursor? before, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<KnownObject> found = await log.GetObjectsAsync([number], cancellationToken);
        bool isVisible = await directory.IsVisibleAsync(number, scope, cancellationToken);
        if (found is not [var known] || known.Type != type || !isVisible)
        {
            return null;
        }

        Timeline page = await log.ReadObjectAsync(number, before, PageSize, cancellationToken);
        return new ObjectHistory(known, page, await SummarizeAsync([known], cancellationToken), null);
    }

    private async Task<ObjectSummary> SummarizeAsync(IReadOnlyList<KnownObject> members, CancellationToken cancellationToken)
    {
        long[] numbers = [.. members.Select(m => m.Number)];
        HashSet<(string, string)> own = [.. members.Select(m => (m.Type, m.Id))];
        long events = 0;
        DateTimeOffset? first = null;
        DateTimeOffset? last = null;
        var channels = new Dictionary<string, long>(StringComparer.Ordinal);
        var names = new Dictionary<string, long>(StringComparer.Ordinal);
        var companions = new Dictionary<(string Type, string Id), long>();
        TimelineCursor? cursor = null;
        do
        {
            Timeline page = await log.ReadObjectsAsync(numbers, cursor, 1_000, cancellationToken);
            foreach (LoggedEvent item in page.Events)
            {
                events++;
                first = first is null || item.Time < first ? item.Time : first;
                last = last is null || item.Time > last ? item.Time : last;
                Count(names, item.Name);
                Count(channels, item.Channel ?? "");
                foreach (ObjectRef other in item.Objects.Where(o => !own.Contains((o.Type, o.Id))))
                {
                    Count(companions, (other.Type, other.Id));
                }
            }

            cursor = page.Next;
        }
        while (cursor is not null && events < MaxSummarized);
        channels.Remove("");
        return new ObjectSummary(events, cursor is not null, first, last, Ordered(channels), Ordered(names), await NumberedAsync(companions, cancellationToken));
    }

    private async Task<IReadOnlyList<Companion>> NumberedAsync(Dictionary<(string Type, string Id), long> companions, CancellationToken cancellationToken)
    {
        var result = new List<Companion>();
        foreach (((string type, string id), long count) in companions.OrderByDescending(c => c.Value).ThenBy(c => c.Key.Id, StringComparer.Ordinal).Take(MaxCompanions))
        {
            if (await log.FindObjectAsync(type, id, cancellationToken) is { } number)
            {
                result.Add(new Companion(new KnownObject(number, type, id), count));
            }
        }

        return result;
    }

    private static void Count<TKey>(Dictionary<TKey, long> counts, TKey key)
        where TKey : notnull => counts[key] = counts.GetValueOrDefault(key) + 1;

    private static IReadOnlyList<KeyValuePair<string, long>> Ordered(Dictionary<string, long> counts) =>
        [.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal)];
}
