using Tajriba.ProcessMining;

namespace Tajriba.Experience.Journeys.Explore;

/// <summary>A test on the steps of one journey.</summary>
internal abstract class StepTest
{
    public abstract bool Passes(ReadOnlySpan<int> steps);

    public static StepTest Has(StringTable names, string name) => new Presence(Code(names, name), wanted: true);

    public static StepTest Lacks(StringTable names, string name) => new Presence(Code(names, name), wanted: false);

    public static StepTest Follows(StringTable names, StepPair pair) => new Order(Code(names, pair.First), Code(names, pair.Then));

    public static StepTest FollowsDirectly(StringTable names, StepPair pair) => new Neighbours(Code(names, pair.First), Code(names, pair.Then));

    public static StepTest Begins(StringTable names, IReadOnlyList<string> any) => new Edge([.. any.Select(name => Code(names, name))], last: false);

    public static StepTest Stops(StringTable names, IReadOnlyList<string> any) => new Edge([.. any.Select(name => Code(names, name))], last: true);

    private static int Code(StringTable names, string name) => names.IndexOf(name);

    private sealed class Presence(int code, bool wanted) : StepTest
    {
        public override bool Passes(ReadOnlySpan<int> steps) => steps.Contains(code) == wanted;
    }

    private sealed class Order(int first, int then) : StepTest
    {
        public override bool Passes(ReadOnlySpan<int> steps)
        {
            var at = steps.IndexOf(first);
            return at >= 0 && steps[(at + 1)..].Contains(then);
        }
    }

    private sealed class Neighbours(int first, int then) : StepTest
    {
        public override bool Passes(ReadOnlySpan<int> steps) => steps.IndexOf([first, then]) >= 0;
    }

    private sealed class Edge(int[] any, bool last) : StepTest
    {
        public override bool Passes(ReadOnlySpan<int> steps) => any.AsSpan().Contains(last ? steps[^1] : steps[0]);
    }
}
