using Tajriba.Kernel.Access;
using Tajriba.Leadership.Maturity.Frames;

namespace Tajriba.Leadership.Maturity.Evidence;

/// <summary>What the product knows about practices of our own frame, for one person: whoever is not signed in learns nothing.</summary>
public sealed class EvidenceReader(IEnumerable<IEvidenceSource> sources, ICurrentPerson person)
{
    /// <summary>What is known about some practices; only sources that can speak of one of them are looked at.</summary>
    /// <param name="frame">The frame that the practices are of.</param>
    /// <param name="practices">Which.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<LiveEvidence>> OfAsync(Frame frame, IEnumerable<Practice> practices, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (!person.IsSignedIn || frame.Key != OwnFrame.Key)
        {
            return [];
        }

        HashSet<string> asked = [.. practices.Select(p => p.Key)];
        var found = new List<LiveEvidence>();
        foreach (IEvidenceSource source in sources.Where(s => s.Practices.Any(asked.Contains)))
        {
            found.AddRange((await source.LookAsync(cancellationToken)).Where(e => asked.Contains(e.Practice)));
        }

        return found;
    }
}
