using System.Numerics;

namespace Tajriba.Statistics;

/// <summary>
/// The 0/1 knapsack with items that must be taken, need or exclude each other, solved exactly by dynamic programming over
/// undominated states (Nemhauser and Ullmann, Management Science 1969, 15:494): of two choices that leave the same to be said about
/// later items, the one that costs no less and is worth no more is dropped. Costs need not be whole numbers. States that even the
/// linear relaxation of what is left (Dantzig, Operations Research 1957, 5:266) cannot bring above the best choice known are dropped too.
/// </summary>
public static class Knapsack
{
    /// <summary>Most items.</summary>
    public const int MostItems = 64;

    /// <summary>Most states that are kept at once; beyond, the most promising are, and the choice is not called exact.</summary>
    public const int MostStates = 20_000;

    /// <summary>Room for rounding when a bound is compared.</summary>
    private const double Tolerance = 1e-9;

    /// <summary>The most valuable choice that the budget allows; of several of one value one of the cheapest. Null where nothing fulfils the conditions.</summary>
    /// <param name="items">At most <see cref="MostItems"/>.</param>
    /// <param name="budget">Not negative.</param>
    /// <exception cref="ArgumentException">There are too many items, a value or cost is negative or not finite, or a place is none.</exception>
    public static KnapsackChoice? Best(IReadOnlyList<KnapsackItem> items, decimal budget)
    {
        Check(items, budget);
        var order = Enumerable.Range(0, items.Count).OrderByDescending(i => Density(items[i])).ToArray();
        var place = new int[items.Count];
        for (var at = 0; at < order.Length; at++)
        {
            place[order[at]] = at;
        }

        var needs = order.Select(i => Mask(items[i].Needs, place)).ToArray();
        var excludes = order.Select(i => Mask(items[i].Excludes, place)).ToArray();
        var neededBy = Turned(needs);
        excludes = [.. excludes.Zip(Turned(excludes), (own, other) => own | other)];
        var forced = Mask([.. Enumerable.Range(0, items.Count).Where(i => items[i].Taken == true)], place);

        List<State> states = [new(0, 0, 0)];
        var isExact = true;
        var best = double.NegativeInfinity;
        State? known = null;
        for (var at = 0; at < order.Length; at++)
        {
            var item = items[order[at]];
            ulong bit = 1UL << at, decided = bit | (bit - 1);
            var next = new List<State>(states.Count * 2);
            foreach (var state in states)
            {
                if (item.Taken != true && (state.Taken & neededBy[at]) == 0)
                {
                    next.Add(state);
                }

                // What it needs among the decided is taken, and what it excludes is not.
                if (item.Taken != false && state.Cost + item.Cost <= budget && (needs[at] & (bit - 1) & ~state.Taken) == 0 && (excludes[at] & (state.Taken | bit)) == 0)
                {
                    next.Add(new(state.Cost + item.Cost, state.Value + item.Value, state.Taken | bit));
                }
            }

            // Items that later ones have something to say about keep their states apart.
            var open = 0UL;
            for (var later = at + 1; later < order.Length; later++)
            {
                open |= (needs[later] | neededBy[later] | excludes[later]) & decided;
            }

            foreach (var state in next)
            {
                if (state.Value > best && (forced & ~decided) == 0 && Complete(state.Taken, needs, decided))
                {
                    (best, known) = (state.Value, state);
                }
            }

            states = Undominated(next, open);
            states.RemoveAll(s => Bound(s, items, order, at + 1, budget) < best - (Tolerance * Math.Max(1, Math.Abs(best))));
            if (states.Count > MostStates)
            {
                isExact = false;
                states = Promising([.. states.Select(s => (s, Bound(s, items, order, at + 1, budget)))]);
            }
        }

        // The best choice known may be among those that were not kept.
        if (known is { } kept)
        {
            states.Add(kept);
        }

        if (states.Count == 0)
        {
            return null;
        }

        var chosen = states.OrderByDescending(s => s.Value).ThenBy(s => s.Cost).First();
        return new([.. Enumerable.Range(0, items.Count).Where(i => (chosen.Taken & (1UL << place[i])) != 0)], chosen.Value, chosen.Cost, isExact);
    }

    /// <summary>The states that can become most; of those that can become equally much some of every cost, or nothing that is left would fit the rest.</summary>
    private static List<State> Promising(List<(State State, double Bound)> states)
    {
        var cut = states.Select(s => s.Bound).OrderDescending().ElementAt(MostStates - 1);
        var room = Tolerance * Math.Max(1, Math.Abs(cut));
        List<State> kept = [.. states.Where(s => s.Bound > cut + room).Select(s => s.State)];
        State[] equal = [.. states.Where(s => Math.Abs(s.Bound - cut) <= room).Select(s => s.State).OrderBy(s => s.Cost)];
        var left = MostStates - kept.Count;
        for (var i = 0; i < left; i++)
        {
            kept.Add(equal[(int)((long)i * equal.Length / left)]);
        }

        return kept;
    }

    /// <summary>Whether leaving all that is not decided leaves nobody without what it needs.</summary>
    private static bool Complete(ulong taken, ulong[] needs, ulong decided)
    {
        for (var left = taken; left != 0; left &= left - 1)
        {
            if ((needs[BitOperations.TrailingZeroCount(left)] & ~decided) != 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Of each group of states alike in what is open, those that no other beats in both cost and value.</summary>
    private static List<State> Undominated(List<State> states, ulong open)
    {
        var kept = new List<State>(states.Count);
        foreach (var group in states.GroupBy(s => s.Taken & open))
        {
            var most = double.NegativeInfinity;
            foreach (var state in group.OrderBy(s => s.Cost).ThenByDescending(s => s.Value))
            {
                if (state.Value > most)
                {
                    kept.Add(state);
                    most = state.Value;
                }
            }
        }

        return kept;
    }

    /// <summary>More than a state can become: what is left is taken in parts, the densest first, whatever it needs or excludes.</summary>
    private static double Bound(State state, IReadOnlyList<KnapsackItem> items, int[] order, int from, decimal budget)
    {
        var (value, room) = (state.Value, budget - state.Cost);
        for (var at = from; at < order.Length; at++)
        {
            var item = items[order[at]];
            if (item.Taken == false)
            {
                continue;
            }

            if (item.Cost > room)
            {
                return value + (item.Value * (double)(room / item.Cost));
            }

            (value, room) = (value + item.Value, room - item.Cost);
        }

        return value;
    }

    private static double Density(KnapsackItem item) => item.Cost == 0 ? double.PositiveInfinity : item.Value / (double)item.Cost;

    private static ulong Mask(IReadOnlyList<int> items, int[] place) => items.Aggregate(0UL, (mask, i) => mask | (1UL << place[i]));

    private static ulong[] Turned(ulong[] masks)
        => [.. Enumerable.Range(0, masks.Length).Select(i => Enumerable.Range(0, masks.Length).Where(j => (masks[j] & (1UL << i)) != 0).Aggregate(0UL, (mask, j) => mask | (1UL << j)))];

    private static void Check(IReadOnlyList<KnapsackItem> items, decimal budget)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (items.Count > MostItems)
        {
            throw new ArgumentException($"At most {MostItems} items.", nameof(items));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(budget);
        foreach (var item in items)
        {
            if (!(item.Value >= 0 && double.IsFinite(item.Value)) || item.Cost < 0)
            {
                throw new ArgumentException("Values and costs must be finite and not negative.", nameof(items));
            }

            if (item.Needs.Concat(item.Excludes).Any(i => i < 0 || i >= items.Count))
            {
                throw new ArgumentException("An item names a place that is none.", nameof(items));
            }
        }
    }

    /// <summary>A choice among the items decided so far.</summary>
    private readonly record struct State(decimal Cost, double Value, ulong Taken);
}
