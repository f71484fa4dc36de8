using Tajriba.Kernel.Jobs;
using Tajriba.Leadership.Culture.Records;
using Tajriba.Organization.Governance.Records;

namespace Tajriba.Leadership.Culture.Pulse;

/// <summary>Closes rounds whose last day is over.</summary>
public sealed class PulseCloser(CultureBook book, PulseStore store, TimeProvider clock) : IScheduledJob
{
    /// <summary>The job's name.</summary>
    public const string Name = "culture.close";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        List<Kept<Round>> over = [.. book.All<Round>(CultureKind.Round).Where(r => r.Value.IsOver(clock.GetUtcNow()))];
        IReadOnlySet<string> closed = over.Count == 0 ? new HashSet<string>() : await store.ClosedAsync(cancellationToken);

        // In the order in which they ended, as each is held against those before.
        foreach (Kept<Round> round in over.Where(r => !closed.Contains(r.Code)).OrderBy(r => r.Value.ClosesOn))
        {
            await store.CloseAsync(round.Code, cancellationToken);
        }
    }
}
