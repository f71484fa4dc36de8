using Tajriba.Organization.Governance.Records;
using Tajriba.Organization.Strategy.Links;

namespace Tajriba.Organization.Strategy.Map;

/// <summary>Reads the whole map with what the figures say of it.</summary>
public sealed class MapReader(StrategyReader reader, GaugeReader gauges, LinkReader links)
{
    /// <summary>The map as the person may see it; with a part of its links where only some are wanted.</summary>
    public async Task<StrategyMap> ReadAsync(Func<Link, bool>? wanted = null, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<Kept<Objective>> objectives = reader.Objectives;
        Dictionary<string, Objective> byCode = objectives.ToDictionary(o => o.Code, o => o.Value, StringComparer.Ordinal);
        var read = new List<LinkReading>();
        foreach (Link link in reader.Links.All.Where(l => wanted?.Invoke(l) ?? true))
        {
            read.Add(await links.OfAsync(link, byCode[link.Cause], byCode[link.Effect], cancellationToken));
        }

        return new(reader.Perspectives.Value, objectives, read, await gauges.OfAsync(objectives.Select(o => o.Value.Gauge), cancellationToken));
    }
}
