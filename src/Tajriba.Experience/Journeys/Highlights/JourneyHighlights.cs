using Tajriba.Experience.Journeys.Explore;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Journeys.Highlights;

/// <inheritdoc cref="IJourneyHighlights"/>
internal sealed class JourneyHighlights(JourneyReader reader) : IJourneyHighlights
{
    public async Task<JourneyOverview> GetAsync(int frictions = 5, CancellationToken cancellationToken = default)
    {
        var journeys = await reader.ListAsync(cancellationToken);
        await reader.WarmAsync(journeys, cancellationToken);
        var changes = new List<JourneyChange>();
        var found = new List<JourneyFriction>();
        long newest = 0;
        foreach (var journey in journeys)
        {
            var selection = await reader.SelectAsync(journey, ExplorerState.Default, cancellationToken);
            if (selection.Count == 0)
            {
                continue;
            }

            newest = Math.Max(newest, selection.Log.Now);
            changes.AddRange(reader.Result(selection, ExplorerState.Default, "changes", PeriodChanges.Of));
            found.AddRange(reader.Friction(selection, ExplorerState.Default).Findings.Take(frictions).Select(f => new JourneyFriction(journey, f)));
        }

        return new JourneyOverview(
            journeys,
            changes,
            [.. found.OrderByDescending(f => f.Finding.HarmDays).Take(frictions)],
            newest == 0 ? null : Microseconds.ToTime(newest));
    }
}
