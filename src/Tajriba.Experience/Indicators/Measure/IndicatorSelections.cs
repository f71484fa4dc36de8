using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Indicators.Observe;
using Tajriba.Experience.Journeys.Storage;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Indicators.Measure;

/// <summary>The observations of indicators as somebody of a scope may see them.</summary>
public sealed class IndicatorSelections(IndicatorObservations observations, IExperienceLog log, IUnits units, IServiceScopeFactory scopes, DayClock days, TimeProvider clock)
{
    /// <summary>Today, where the organization is.</summary>
    public DateOnly Today => DateOnly.FromDayNumber(days.Of(Now));

    internal ILogNames Names => log.Names;

    private long Now => Microseconds.Of(clock.GetUtcNow());

    internal async Task<IReadOnlyList<ObservationSelection>> GetAsync(IReadOnlyList<IndicatorDefinition> wanted, IndicatorState state, UnitScope scope, CancellationToken cancellationToken)
    {
        var steps = state.Journey is { } journey ? await StepsAsync(journey, cancellationToken) : null;
        var observed = await observations.GetAsync(wanted, cancellationToken);
        return [.. wanted.Select((definition, i) => new ObservationSelection(
            definition, observed[i], new IndicatorFilter(Days(definition, state), state.Unit, state.Channel, steps, state.Slices), scope, units.Tree, log.Names, Now))];
    }

    /// <summary>The steps of a journey: null where every event is one, none where the journey is not there any more.</summary>
    private async Task<IReadOnlyCollection<string>?> StepsAsync(long journey, CancellationToken cancellationToken)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<JourneyStore>().FindAsync(journey, cancellationToken) is not { } found ? []
            : found.Events.Count == 0 ? null
            : [.. found.StartEvents.Concat(found.Events).Concat(found.EndEvents).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The days that a state means; where it names none, the last ninety whose observations are all there, today counted in.</summary>
    internal Period Days(IndicatorDefinition definition, IndicatorState state)
        => state is { From: null, To: null } && definition.IsPaired ? state.Days(Open(definition).AddDays(-1)) : state.Days(Today);

    /// <summary>The first day whose observations are not all there yet: today, or earlier where an event counts only after some days.</summary>
    internal DateOnly Open(IndicatorDefinition definition) => Today.AddDays(definition.IsPaired ? -(int)Math.Ceiling(Math.Min(definition.Days, 3_650)) : 0);
}
