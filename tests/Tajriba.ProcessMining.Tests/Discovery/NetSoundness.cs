using Tajriba.ProcessMining.Discovery;

namespace Tajriba.ProcessMining.Tests.Discovery;

/// <summary>Decides soundness of a small workflow net by visiting every marking it can reach.</summary>
internal static class NetSoundness
{
    public static bool IsSound(PetriNet net)
    {
        var start = new int[net.Places];
        start[net.Source] = 1;
        var end = new int[net.Places];
        end[net.Sink] = 1;
        var markings = new Dictionary<string, int[]> { [Key(start)] = start };
        var before = new Dictionary<string, HashSet<string>>();
        var fired = new HashSet<int>();
        var open = new Queue<int[]>([start]);
        while (open.TryDequeue(out var marking))
        {
            for (var t = 0; t < net.Transitions.Count; t++)
            {
                var transition = net.Transitions[t];
                if (transition.Inputs.Any(place => marking[place] == 0))
                {
                    continue;
                }

                fired.Add(t);
                var next = (int[])marking.Clone();
                transition.Inputs.ToList().ForEach(place => next[place]--);
                transition.Outputs.ToList().ForEach(place => next[place]++);
                if (next.Any(tokens => tokens > 1))
                {
                    return false;
                }

                if (markings.TryAdd(Key(next), next))
                {
                    open.Enqueue(next);
                }

                if (!before.TryGetValue(Key(next), out var set))
                {
                    before.Add(Key(next), set = []);
                }

                set.Add(Key(marking));
            }
        }

        var canEnd = new HashSet<string> { Key(end) };
        var back = new Queue<string>(canEnd);
        while (back.TryDequeue(out var key))
        {
            foreach (var earlier in before.GetValueOrDefault(key, []))
            {
                if (canEnd.Add(earlier))
                {
                    back.Enqueue(earlier);
                }
            }
        }

        return fired.Count == net.Transitions.Count
            && markings.Keys.All(canEnd.Contains)
            && markings.Values.All(marking => marking[net.Sink] == 0 || Key(marking) == Key(end));
    }

    private static string Key(int[] marking) => string.Concat(marking);
}
