using Tajriba.Experience.Journeys.Explore;
using Tajriba.Experience.Journeys.Instances;
using Tajriba.Statistics;

namespace Tajriba.Experience.Journeys.List;

/// <summary>One definition with its figures.</summary>
/// <param name="Definition">The definition.</param>
/// <param name="Journeys">Journeys that the person may see.</param>
/// <param name="Open">Those still going.</param>
/// <param name="MedianSeconds">Median duration.</param>
/// <param name="Success">Share of the closed ones that succeeded (Wilson); null without outcome or closed journeys.</param>
internal sealed record JourneySummary(JourneyDefinition Definition, int Journeys, int Open, double MedianSeconds, Estimate? Success)
{
    public static async Task<IReadOnlyList<JourneySummary>> ListAsync(JourneyReader reader, CancellationToken cancellationToken)
    {
        var rows = new List<JourneySummary>();
        var definitions = await reader.ListAsync(cancellationToken);
        await reader.WarmAsync(definitions, cancellationToken);
        foreach (var definition in definitions)
        {
            var selection = await reader.SelectAsync(definition, ExplorerState.Default, cancellationToken);
            rows.Add(reader.Result(selection, ExplorerState.Default, "summary", Of));
        }

        return rows;
    }

    private static JourneySummary Of(Selection selection)
    {
        var log = selection.Log;
        var open = 0;
        var won = 0;
        foreach (var journey in selection.Journeys)
        {
            var isOpen = log.Endings[journey] == InstanceEnding.Open;
            open += isOpen ? 1 : 0;
            won += !isOpen && log.Success?[journey] == true ? 1 : 0;
        }

        var closed = selection.Count - open;
        return new(
            log.Definition,
            selection.Count,
            open,
            DurationsView.Of(selection)?.Median.Value ?? 0,
            log.Success is not null && closed > 0 ? Proportion.Wilson(won, closed) : null);
    }
}
