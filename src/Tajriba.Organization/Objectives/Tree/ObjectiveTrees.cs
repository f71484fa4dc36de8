using Tajriba.Organization.Governance.Records;
using Tajriba.Organization.Objectives.Checkins;
using Tajriba.Organization.Objectives.Cycles;
using Tajriba.Organization.Objectives.Records;
using Tajriba.Organization.Objectives.Results;

namespace Tajriba.Organization.Objectives.Tree;

/// <summary>Keeps the tree as it stands: made anew when something was written down, and every two seconds when somebody looks.</summary>
public sealed class ObjectiveTrees(ObjectiveBook book, ResultReader results, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private volatile Made? made;

    /// <summary>The tree as it stands.</summary>
    public async Task<ObjectiveTree> GetAsync(CancellationToken cancellationToken = default)
    {
        (long versions, long now) = (book.Versions, clock.GetTimestamp());
        if (made is { } known && known.Versions == versions && clock.GetElapsedTime(known.At, now) < Fresh)
        {
            return known.Tree;
        }

        var tree = new ObjectiveTree(await NodesAsync(cancellationToken));
        made = new(versions, now, tree);
        return tree;
    }

    /// <summary>What was said of an objective, oldest first.</summary>
    public IReadOnlyList<Checkin> CheckinsOf(string code) => Checkin.Series(book.History(ObjectiveKind.Checkin, code).Select(v => v.Body is null ? null : v.As<Checkin>()));

    private async Task<IReadOnlyList<ObjectiveNode>> NodesAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, Kept<Cycle>> cycles = book.All<Cycle>(ObjectiveKind.Cycle).ToDictionary(c => c.Code, StringComparer.Ordinal);
        (Kept<Objective> Kept, Kept<Cycle> Cycle, IReadOnlyList<Checkin> Checkins)[] all =
            [.. book.All<Objective>(ObjectiveKind.Objective).Where(o => cycles.ContainsKey(o.Value.Cycle)).Select(o => (o, cycles[o.Value.Cycle], CheckinsOf(o.Code)))];
        IReadOnlyList<ResultReading> read = await results.OfAsync([.. all.SelectMany(o => o.Kept.Value.Results.Select(r => (r, o.Cycle.Value, o.Checkins)))], cancellationToken);
        var nodes = new List<ObjectiveNode>(all.Length);
        int at = 0;
        foreach ((Kept<Objective> kept, Kept<Cycle> cycle, IReadOnlyList<Checkin> checkins) in all)
        {
            nodes.Add(new(kept, cycle, [.. read.Skip(at).Take(kept.Value.Results.Count)], checkins));
            at += kept.Value.Results.Count;
        }

        return nodes;
    }

    private sealed record Made(long Versions, long At, ObjectiveTree Tree);
}
