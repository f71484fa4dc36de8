namespace Tajriba.ProcessMining.Discovery;

/// <summary>
/// Inductive miner: discovers a process tree. Without noise (IM) the tree's language contains every trace of the log;
/// with a noise threshold (IMf) infrequent behaviour is left out. The tree is sound in any case.
/// </summary>
/// <remarks>
/// Source: Leemans, Fahland, van der Aalst (2013), IM and IMf; fall-throughs and strict sequence cut from
/// Leemans, Robust Process Mining with Guarantees (2017). Deterministic; runs on the distinct traces.
/// </remarks>
public static class InductiveMiner
{
    /// <summary>Discovers a process tree.</summary>
    /// <param name="log">The log's traces.</param>
    /// <param name="noise">0 for IM; a share from above 0 to 1 for IMf, of which 0.2 is usual: behaviour rarer than this share of
    /// its strongest alternative is left out.</param>
    /// <returns>A reduced tree; <see cref="ProcessTree.Tau"/> for a log without events.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The noise is outside 0..1.</exception>
    public static ProcessTree Discover(TraceBag log, double noise = 0)
    {
        ArgumentNullException.ThrowIfNull(log);
        if (!(noise >= 0 && noise <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(noise), noise, "Noise is a share from 0 to 1.");
        }

        var traces = new TraceSet([.. log.Traces.Select(t => t.Activities)], [.. log.Traces.Select(t => t.Count)]);
        return new MinerRecursion(log.Activities, noise).Mine(traces).Reduce();
    }
}
