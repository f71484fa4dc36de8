using Tajriba.Experience.Indicators;
using Tajriba.Experience.Indicators.Measure;
using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Organization.Strategy.Map;

/// <summary>Reads the indicators of objectives, for whoever may see their figures.</summary>
public sealed class GaugeReader(IndicatorReader indicators, ICurrentPerson person, Show show)
{
    /// <summary>The indicator of a gauge; null where there is none or it is not for the person.</summary>
    public async Task<IndicatorDefinition?> DefinitionAsync(Gauge? gauge, CancellationToken cancellationToken = default)
        => gauge is not null && MaySee(gauge.Unit) ? await indicators.FindAsync(gauge.Indicator, cancellationToken: cancellationToken) : null;

    /// <summary>Whether an indicator can be named for a unit by the person at hand.</summary>
    public async Task<bool> CanNameAsync(string indicator, string? unit, CancellationToken cancellationToken = default)
        => await DefinitionAsync(new(indicator, unit, null), cancellationToken) is not null;

    /// <summary>What some gauges say; those that are not for the person are left out. All of a unit are read at once.</summary>
    public async Task<IReadOnlyDictionary<Gauge, GaugeReading>> OfAsync(IEnumerable<Gauge?> gauges, CancellationToken cancellationToken = default)
    {
        var found = new Dictionary<Gauge, GaugeReading>();
        foreach (var ofUnit in gauges.OfType<Gauge>().Distinct().GroupBy(g => g.Unit))
        {
            List<(Gauge Gauge, IndicatorDefinition Definition)> known = [];
            foreach (Gauge gauge in ofUnit)
            {
                if (await DefinitionAsync(gauge, cancellationToken) is { } definition)
                {
                    known.Add((gauge, definition));
                }
            }

            IReadOnlyList<IndicatorReport> reports = known.Count == 0 ? []
                : await indicators.ReportAsync([.. known.Select(k => k.Definition)], new() { Unit = ofUnit.Key }, show.Reader.Calendar, cancellationToken);
            foreach (var (one, report) in known.Zip(reports))
            {
                found[one.Gauge] = new(one.Gauge, one.Definition, report);
            }
        }

        return found;
    }

    private bool MaySee(string? unit) => person.Can(IndicatorPermissions.View) && indicators.Scope.Contains(unit);
}
