namespace Tajriba.ProcessMining.Conformance;

/// <summary>Tokens counted while one trace was replayed.</summary>
/// <param name="Count">Number of cases with this trace.</param>
/// <param name="Missing">Tokens that had to be added by force, the end's included.</param>
/// <param name="Consumed">Tokens taken, at least 1 (the one taken from the sink at the end).</param>
/// <param name="Remaining">Tokens left over at the end.</param>
/// <param name="Produced">Tokens put, at least 1 (the one at the start).</param>
/// <param name="UnknownEvents">Events whose activity the net does not know; they are passed over.</param>
public readonly record struct TraceReplay(long Count, int Missing, int Consumed, int Remaining, int Produced, int UnknownEvents)
{
    /// <summary>Whether nothing was missing and nothing remained.</summary>
    public bool Fits => Missing == 0 && Remaining == 0;

    /// <summary>(1 - missing / consumed) / 2 + (1 - remaining / produced) / 2, from 0 to 1.</summary>
    public double Fitness => (0.5 * (1 - ((double)Missing / Consumed))) + (0.5 * (1 - ((double)Remaining / Produced)));
}
