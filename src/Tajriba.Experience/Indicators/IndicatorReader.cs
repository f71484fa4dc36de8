using Tajriba.Experience.Indicators.Measure;
using Tajriba.Experience.Indicators.Observe;
using Tajriba.Experience.Indicators.Storage;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Indicators;

/// <summary>What one person may see of the indicators. Everything that pages and endpoints show comes through here.</summary>
public sealed class IndicatorReader(
    IndicatorDefinitions definitions, IndicatorObservations observations, IExperienceLog log, IUnits units, DayClock days, ICurrentPerson person, TimeProvider clock)
{
    /// <summary>The units whose observations the person may see.</summary>
    public UnitScope Scope => person.ScopeOf(IndicatorPermissions.View);

    /// <summary>Today, where the organization is.</summary>
    public DateOnly Today => DateOnly.FromDayNumber(days.Of(Now));

    private long Now => Microseconds.Of(clock.GetUtcNow());

    /// <summary>Definitions that the person may see.</summary>
    public async Task<IReadOnlyList<IndicatorDefinition>> ListAsync(CancellationToken cancellationToken = default)
        => [.. (await definitions.ListAsync(cancellationToken)).Where(d => Covers(Scope, d))];

    /// <summary>A definition, or null where there is none or it belongs to a foreign unit.</summary>
    public async Task<IndicatorDefinition?> FindAsync(string key, bool archived = false, CancellationToken cancellationToken = default)
        => await definitions.FindAsync(key, archived, cancellationToken) is { } definition && Covers(Scope, definition) ? definition : null;

    /// <summary>Whether the person may change a definition.</summary>
    public bool Defines(IndicatorDefinition definition) => Covers(person.ScopeOf(IndicatorPermissions.Define), definition);

    /// <summary>What is wrong with a state for a definition, or null.</summary>
    public static IndicatorError.BadParameter? Unfit(IndicatorDefinition definition, IndicatorState state)
        => state.Slices.Keys.FirstOrDefault(path => !definition.Slices.Contains(path, StringComparer.Ordinal)) is { } slice
            ? new(IndicatorQuery.SlicePrefix + slice, "The indicator is not cut by this.")
            : state.By is null or "unit" or "channel" || definition.Slices.Contains(state.By, StringComparer.Ordinal) ? null : new("by", "The indicator is not cut by this.");

    /// <summary>Indicators over the days of a state. Slices that a definition does not have let nothing through.</summary>
    public async Task<IReadOnlyList<IndicatorReport>> ReportAsync(IReadOnlyList<IndicatorDefinition> wanted, IndicatorState state, CalendarKind calendar, CancellationToken cancellationToken = default)
    {
        var observed = await observations.GetAsync(wanted, cancellationToken);
        var period = state.Days(Today);
        return [.. wanted.Select((definition, i) => Report(Select(definition, observed[i], state), period, state.StepOver(period), calendar))];
    }

    /// <summary>One of them.</summary>
    public async Task<IndicatorReport> ReportAsync(IndicatorDefinition definition, IndicatorState state, CalendarKind calendar, CancellationToken cancellationToken = default)
        => (await ReportAsync([definition], state, calendar, cancellationToken))[0];

    /// <summary>An indicator by unit, channel or an attribute, the largest groups first.</summary>
    public async Task<IReadOnlyList<IndicatorGroup>> GroupsAsync(IndicatorDefinition definition, IndicatorState state, string by, CancellationToken cancellationToken = default)
        => [.. (await TalliesAsync(definition, state, by, cancellationToken)).Select(g => new IndicatorGroup(g.Code, Measuring.Value(definition, g.Tally)))];

    internal async Task<IReadOnlyList<(string Code, Tally Tally)>> TalliesAsync(IndicatorDefinition definition, IndicatorState state, string by, CancellationToken cancellationToken)
    {
        var selection = await SelectAsync(definition, state, cancellationToken);
        return [.. selection.ByCode(selection.Column(by), state.Days(Today))
            .Select(g => (Code: g.Key == 0 ? "" : by switch { "unit" => log.Names.Unit(g.Key), "channel" => log.Names.Channel(g.Key), _ => selection.Observed.Texts[g.Key] }, Tally: g.Value))
            .OrderByDescending(g => g.Tally.Count).ThenBy(g => g.Code, StringComparer.Ordinal)];
    }

    internal async Task<ObservationSelection> SelectAsync(IndicatorDefinition definition, IndicatorState state, CancellationToken cancellationToken)
        => Select(definition, (await observations.GetAsync([definition], cancellationToken))[0], state);

    private ObservationSelection Select(IndicatorDefinition definition, Observed observed, IndicatorState state)
        => new(definition, observed, new IndicatorFilter(state.Days(Today), state.Unit, state.Channel, state.Slices), Scope, units.Tree, log.Names, Now);

    private IndicatorReport Report(ObservationSelection selection, Period days, PeriodStep step, CalendarKind calendar)
    {
        var periods = Periods.Of(days, step, calendar);
        var tallies = Trend.Tallies(selection, days, periods);
        var total = new Tally();
        foreach (var tally in tallies[..^1])
        {
            total.Add(tally);
        }

        var definition = selection.Definition;
        var open = Today.AddDays(definition.IsPaired ? -(int)Math.Ceiling(Math.Min(definition.Days, 3_650)) : 0);
        return new(
            definition,
            days,
            Measuring.Value(definition, total),
            Measuring.Value(definition, tallies[^1]),
            Measuring.Change(definition, tallies[^1], total),
            [.. periods.Select((p, i) => new IndicatorPoint(p.From, p.To, p.To < open && p.From >= days.From && p.To <= days.To, Measuring.Value(definition, tallies[i])))],
            selection.Observed.Progress);
    }

    /// <summary>A definition without a unit serves everyone who may do the thing anywhere.</summary>
    private static bool Covers(UnitScope scope, IndicatorDefinition definition)
        => definition.Unit is null ? scope.IsEverything || scope.Codes.Count > 0 : scope.Contains(definition.Unit);
}
