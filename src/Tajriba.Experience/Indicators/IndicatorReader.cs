using Tajriba.Experience.Indicators.Measure;
using Tajriba.Experience.Indicators.Storage;
using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Indicators;

/// <summary>What one person may see of the indicators. Everything that pages and endpoints show comes through here.</summary>
public sealed class IndicatorReader(IndicatorDefinitions definitions, IndicatorSelections selections, ICurrentPerson person)
{
    private const int MostDays = 366 * 50;
    private const int MostPeriods = 1_000;
    private const int MostGroups = 1_000;

    /// <summary>The units whose observations the person may see.</summary>
    public UnitScope Scope => person.ScopeOf(IndicatorPermissions.View);

    /// <summary>Today, where the organization is.</summary>
    public DateOnly Today => selections.Today;

    /// <summary>The days that a state means for a definition.</summary>
    public Period Days(IndicatorDefinition definition, IndicatorState state) => selections.Days(definition, state);

    /// <summary>Definitions that the person may see.</summary>
    public async Task<IReadOnlyList<IndicatorDefinition>> ListAsync(CancellationToken cancellationToken = default)
        => [.. (await definitions.ListAsync(cancellationToken)).Where(d => Covers(Scope, d))];

    /// <summary>A definition, or null where there is none or it belongs to a foreign unit.</summary>
    public async Task<IndicatorDefinition?> FindAsync(string key, bool archived = false, CancellationToken cancellationToken = default)
        => await definitions.FindAsync(key, archived, cancellationToken) is { } definition && Covers(Scope, definition) ? definition : null;

    /// <summary>Whether the person may change a definition; one of the whole organization only who may change all.</summary>
    public bool Defines(IndicatorDefinition definition) => person.ScopeOf(IndicatorPermissions.Define).Contains(definition.Unit);

    /// <summary>What is wrong with a state for a definition, or null.</summary>
    public IndicatorError.BadParameter? Unfit(IndicatorDefinition definition, IndicatorState state)
        => TooLong(state) is { } tooLong ? tooLong : state.Slices.Keys.FirstOrDefault(path => !definition.Slices.Contains(path, StringComparer.Ordinal)) is { } slice
            ? new(IndicatorQuery.SlicePrefix + slice, "The indicator is not cut by this.")
            : state.Journey is not null && definition.StepPath is null ? new("journey", "The indicator does not tell steps of journeys.")
            : state.By is null or "unit" or "channel" || definition.Slices.Contains(state.By, StringComparer.Ordinal) ? null : new("by", "The indicator is not cut by this.");

    /// <summary>What is wrong with the days of a state seen from today, or null.</summary>
    public IndicatorError.BadParameter? TooLong(IndicatorState state)
        => state.Days(Today) is var days && days.Days > MostDays ? new("from", "There would be more than fifty years.")
            : state.Step == PeriodStep.Day && days.Days > MostPeriods ? new("step", "There would be too many periods.") : null;

    /// <summary>Indicators over the days of a state. Slices that a definition does not have let nothing through.</summary>
    public async Task<IReadOnlyList<IndicatorReport>> ReportAsync(IReadOnlyList<IndicatorDefinition> wanted, IndicatorState state, CalendarKind calendar, CancellationToken cancellationToken = default)
    {
        var found = await selections.GetAsync(wanted, state, Scope, cancellationToken);
        return [.. found.Select(s => Reporting.Of(s, Days(s.Definition, state), state.StepOver(Days(s.Definition, state)), calendar, selections.Open(s.Definition)))];
    }

    /// <summary>One of them.</summary>
    public async Task<IndicatorReport> ReportAsync(IndicatorDefinition definition, IndicatorState state, CalendarKind calendar, CancellationToken cancellationToken = default)
        => (await ReportAsync([definition], state, calendar, cancellationToken))[0];

    /// <summary>An indicator by unit, channel or an attribute, the thousand largest groups, the largest first.</summary>
    public async Task<IReadOnlyList<IndicatorGroup>> GroupsAsync(IndicatorDefinition definition, IndicatorState state, string by, CancellationToken cancellationToken = default)
        => [.. (await TalliesAsync(definition, state, by, cancellationToken)).Take(MostGroups).Select(g => new IndicatorGroup(g.Code, Measuring.Value(definition, g.Tally)))];

    internal async Task<IReadOnlyList<(string Code, Tally Tally)>> TalliesAsync(IndicatorDefinition definition, IndicatorState state, string by, CancellationToken cancellationToken)
    {
        var selection = await SelectAsync(definition, state, cancellationToken);
        var names = selections.Names;
        return [.. selection.ByCode(selection.Column(by), Days(definition, state))
            .Select(g => (Code: g.Key == 0 ? "" : by switch { "unit" => names.Unit(g.Key), "channel" => names.Channel(g.Key), _ => selection.Observed.Texts[g.Key] }, Tally: g.Value))
            .OrderByDescending(g => g.Tally.Count).ThenBy(g => g.Code, StringComparer.Ordinal)];
    }

    internal async Task<ObservationSelection> SelectAsync(IndicatorDefinition definition, IndicatorState state, CancellationToken cancellationToken)
        => (await selections.GetAsync([definition], state, Scope, cancellationToken))[0];

    /// <summary>A definition without a unit serves everyone who may do the thing anywhere.</summary>
    private static bool Covers(UnitScope scope, IndicatorDefinition definition)
        => definition.Unit is null ? scope.IsEverything || scope.Codes.Count > 0 : scope.Contains(definition.Unit);
}
