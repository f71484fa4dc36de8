namespace Tajriba.Experience.Journeys.Highlights;

/// <summary>What the home page tells of the journeys that the current person may see.</summary>
public interface IJourneyHighlights
{
    /// <summary>Real changes, the biggest frictions and the freshness of the data.</summary>
    /// <param name="frictions">At most so many frictions over all journeys.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<JourneyOverview> GetAsync(int frictions = 5, CancellationToken cancellationToken = default);
}
