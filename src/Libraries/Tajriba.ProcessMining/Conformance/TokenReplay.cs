using Tajriba.ProcessMining.Discovery;

namespace Tajriba.ProcessMining.Conformance;

/// <summary>
/// Token-based replay. Silent transitions are fired on demand: those that an event needs, found backwards from its input
/// places. Several ways are followed side by side, so that a choice which proves wrong later does no harm.
/// </summary>
public static class TokenReplay
{
    /// <summary>Replays every distinct trace once.</summary>
    /// <param name="net">The model.</param>
    /// <param name="log">The traces; events of activities that the net does not know are passed over and counted.</param>
    public static TokenReplayResult Replay(PetriNet net, TraceBag log)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(log);
        var byLabel = net.Transitions
            .Select((transition, number) => (transition.Label, number))
            .Where(pair => pair.Label is not null)
            .ToLookup(pair => pair.Label!, pair => pair.number, StringComparer.Ordinal);
        var transitionsOf = log.Activities.Select(name => byLabel[name].ToArray()).ToArray();
        var game = new TokenGame(net);
        return new TokenReplayResult([.. log.Traces.Select(trace => Replay(game, transitionsOf, trace))]);
    }

    private static TraceReplay Replay(TokenGame game, int[][] transitionsOf, WeightedTrace trace)
    {
        var beam = new List<TokenGame.Play> { game.Start };
        var best = new Dictionary<int, TokenGame.Play>();
        var unknown = 0;
        foreach (var activity in trace.Activities)
        {
            if (transitionsOf[activity].Length == 0)
            {
                unknown++;
                continue;
            }

            best.Clear();
            foreach (var play in beam)
            {
                foreach (var transition in transitionsOf[activity])
                {
                    foreach (var next in game.Fire(play, transition))
                    {
                        if (!best.TryGetValue(next.Marking, out var known) || next.Missing < known.Missing)
                        {
                            best[next.Marking] = next;
                        }
                    }
                }
            }

            beam.Clear();
            beam.AddRange(best.Values);
            game.Narrow(beam);
        }

        var (end, remaining) = beam.Select(game.End).MinBy(pair => pair.Play.Missing + pair.Remaining);
        return new TraceReplay(trace.Count, end.Missing, end.Consumed, remaining, end.Produced, unknown);
    }
}
