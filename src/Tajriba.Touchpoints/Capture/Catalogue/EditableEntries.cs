using Tajriba.Kernel.Access;
using Tajriba.Touchpoints.Capture.Collect;
using Tajriba.Touchpoints.Capture.Intake;
using Tajriba.Touchpoints.Capture.Sources;

namespace Tajriba.Touchpoints.Capture.Catalogue;

/// <summary>
/// Entries of the catalogue that a person may edit: those of events in the log, and those of which nothing came in so far
/// because no rule says what they concern.
/// </summary>
internal sealed class EditableEntries(EventCatalogue catalogue, SourceStore sources, RefusedStore refusals, MessageIntake intake, ICurrentPerson person)
{
    /// <summary>The entry of a name, or null where nobody has met it.</summary>
    /// <param name="name">The event's name.</param>
    /// <param name="refused">What was refused and bears the name, or null.</param>
    public CatalogueEntry? Find(string? name, Refused? refused) =>
        catalogue.All.FirstOrDefault(e => e.Name == name) ?? (name is not null && refused is not null ? catalogue.Get(name) : null);

    /// <summary>What a source sent and rules of a name's entry would put right; null where there is nothing of that kind that the person may see.</summary>
    public async Task<Refused?> RefusedAsync(string? name, long? sourceId, long? refusedId, CancellationToken cancellationToken) =>
        sourceId is { } of && refusedId is { } id
        && person.ScopeOf(CapturePermissions.Sources).IsEverything
        && await sources.FindAsync(of, cancellationToken) is { } source
        && await refusals.FindAsync(of, id, cancellationToken) is { } refused
        && intake.FaultOf(source, refused)?.EventName == name
            ? refused
            : null;
}
