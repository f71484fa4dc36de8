using System.Runtime.InteropServices;
using Tajriba.ProcessMining.Discovery;

namespace Tajriba.ProcessMining.Conformance;

/// <summary>
/// The markings of a net as they are met, each with a number, and what follows when a transition is to fire there:
/// remembered, since variants share most of their markings.
/// </summary>
internal sealed class TokenGame
{
    private const int WidestBeam = 48;
    private readonly PetriNet net;
    private readonly SilentPaths paths;
    private readonly List<int[]> markings = [];
    private readonly Dictionary<int[], int> numbers = new(new MarkingComparer());
    private readonly Dictionary<(int Marking, int Transition), Outcome[]> outcomes = [];
    private readonly Dictionary<int, (Outcome Way, int Remaining)> ends = [];

    public TokenGame(PetriNet net)
    {
        this.net = net;
        paths = new SilentPaths(net);
        var initial = new int[net.Places];
        initial[net.Source] = 1;
        Start = new Play(Number(initial), 0, 0, 1);
    }

    public Play Start { get; }

    /// <summary>All ways found to fire the transition, silent ones before it as needed; by force where there is none.</summary>
    public IEnumerable<Play> Fire(Play play, int transition)
    {
        if (!outcomes.TryGetValue((play.Marking, transition), out var ways))
        {
            ways = Ways(markings[play.Marking], transition);
            outcomes.Add((play.Marking, transition), ways);
        }

        return ways.Select(play.After);
    }

    /// <summary>Reaches the end and takes the last token.</summary>
    public (Play Play, int Remaining) End(Play play)
    {
        if (!ends.TryGetValue(play.Marking, out var end))
        {
            end = paths.ToMark(markings[play.Marking], net.Sink)
                .Select(path => (new Outcome(Number(path.Marking), 0, path.Consumed + 1, path.Produced), path.Marking.Sum() - 1))
                .DefaultIfEmpty((new Outcome(play.Marking, 1, 1, 0), markings[play.Marking].Sum()))
                .MinBy(way => way.Item2);
            ends.Add(play.Marking, end);
        }

        return (play.After(end.Way), end.Remaining);
    }

    /// <summary>Keeps the plays with the fewest missing tokens.</summary>
    public void Narrow(List<Play> beam)
    {
        if (beam.Count > WidestBeam)
        {
            beam.Sort((a, b) => a.Missing != b.Missing ? a.Missing.CompareTo(b.Missing) : a.Marking.CompareTo(b.Marking));
            beam.RemoveRange(WidestBeam, beam.Count - WidestBeam);
        }
    }

    private Outcome[] Ways(int[] marking, int transition)
    {
        var fired = net.Transitions[transition];
        var found = paths.ToEnable(marking, transition);
        if (found.Count > 0)
        {
            return [.. found.Select(path => Outcome(path, 0))];
        }

        var (forced, missing) = paths.Force(marking, transition);
        return [Outcome(forced, missing)];

        Outcome Outcome(SilentPath path, int missing)
        {
            var after = (int[])path.Marking.Clone();
            foreach (var place in fired.Inputs)
            {
                after[place]--;
            }

            foreach (var place in fired.Outputs)
            {
                after[place]++;
            }

            return new Outcome(Number(after), missing, path.Consumed + fired.Inputs.Count, path.Produced + fired.Outputs.Count);
        }
    }

    private int Number(int[] marking)
    {
        if (!numbers.TryGetValue(marking, out var number))
        {
            number = markings.Count;
            markings.Add(marking);
            numbers.Add(marking, number);
        }

        return number;
    }

    /// <summary>Where a replay stands.</summary>
    internal readonly record struct Play(int Marking, int Missing, int Consumed, int Produced)
    {
        public Play After(Outcome way) => new(way.Marking, Missing + way.Missing, Consumed + way.Consumed, Produced + way.Produced);
    }

    /// <summary>One way on from a marking.</summary>
    internal readonly record struct Outcome(int Marking, int Missing, int Consumed, int Produced);

    private sealed class MarkingComparer : IEqualityComparer<int[]>
    {
        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(int[] obj)
        {
            var hash = default(HashCode);
            hash.AddBytes(MemoryMarshal.AsBytes(obj.AsSpan()));
            return hash.ToHashCode();
        }
    }
}
