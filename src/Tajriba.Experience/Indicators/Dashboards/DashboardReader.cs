using Tajriba.Experience.Indicators.Measure;
using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Indicators.Dashboards;

/// <summary>A role's dashboard as the person at hand may see it.</summary>
public sealed class DashboardReader(DashboardStore store, IndicatorReader reader)
{
    /// <summary>Its indicators over the days of a state, in its order; those that are not defined, or not for this person, are left out.</summary>
    public async Task<IReadOnlyList<IndicatorReport>> ReadAsync(string role, IndicatorState state, CalendarKind calendar, CancellationToken cancellationToken = default)
    {
        var defined = (await reader.ListAsync(cancellationToken)).ToDictionary(d => d.Key, StringComparer.Ordinal);
        IndicatorDefinition[] shown = [.. (await store.GetAsync(role, cancellationToken)).Where(defined.ContainsKey).Select(k => defined[k])];
        return await reader.ReportAsync(shown, state, calendar, cancellationToken);
    }
}
