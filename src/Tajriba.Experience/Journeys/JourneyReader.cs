using Tajriba.Experience.Journeys.Explore;
using Tajriba.Experience.Journeys.Friction;
using Tajriba.Experience.Journeys.Instances;
using Tajriba.Experience.Journeys.Storage;
using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Journeys;

/// <summary>What one person may see of the journeys. Everything that pages and endpoints show comes through here.</summary>
public sealed class JourneyReader(JourneyStore store, InstanceLogs instances, InstanceResults results, ICurrentPerson person)
{
    /// <summary>Definitions that the person may see.</summary>
    public async Task<IReadOnlyList<JourneyDefinition>> ListAsync(CancellationToken cancellationToken = default)
        => [.. (await store.ListAsync(cancellationToken)).Where(Sees)];

    /// <summary>A definition, or null where there is none or it belongs to a foreign unit.</summary>
    public async Task<JourneyDefinition?> FindAsync(long id, CancellationToken cancellationToken = default)
        => await store.FindAsync(id, cancellationToken) is { } definition && Sees(definition) ? definition : null;

    /// <summary>The units whose journeys the person may see.</summary>
    public UnitScope Scope => person.ScopeOf(JourneyPermissions.View);

    /// <summary>Whether the person may change a definition.</summary>
    public bool Defines(JourneyDefinition definition) => Covers(person.ScopeOf(JourneyPermissions.Define), definition);

    /// <summary>The journeys that pass a state's filters, of those that the person may see.</summary>
    public async Task<Selection> SelectAsync(JourneyDefinition definition, ExplorerState state, CancellationToken cancellationToken = default)
    {
        var log = await instances.GetAsync(definition, cancellationToken);
        return Select(log, state);
    }

    /// <summary>A result computed from the journeys selected, kept while they are the newest.</summary>
    /// <param name="selection">Of <see cref="SelectAsync"/> with the same state.</param>
    /// <param name="state">The filters.</param>
    /// <param name="name">Names the result, with everything that it depends on beside the filters.</param>
    /// <param name="compute">Computes it.</param>
    public T Result<T>(Selection selection, ExplorerState state, string name, Func<Selection, T> compute)
        where T : class
        => results.Get(selection.Log, $"{name}\n{Key(state)}", () => compute(selection));

    /// <summary>The friction of the journeys selected.</summary>
    public FrictionList Friction(Selection selection, ExplorerState state)
        => state.IsUnfiltered && Scope.IsEverything
            ? FrictionOfAll(results, selection.Log)
            : Result(selection, state, "friction", FrictionAnalysis.Of);

    /// <summary>The friction of all journeys of a definition, computed ahead whenever they grow.</summary>
    internal static FrictionList FrictionOfAll(InstanceResults results, InstanceLog log)
        => results.GetDear(log, "friction", journeys => FrictionAnalysis.Of(Instances.Selection.All(journeys)));

    /// <summary>Makes sure that the journeys of some definitions can be shown soon.</summary>
    public Task WarmAsync(IEnumerable<JourneyDefinition> definitions, CancellationToken cancellationToken = default) => instances.WarmAsync(definitions, cancellationToken);

    /// <summary>Whether the person may see one journey.</summary>
    public bool Sees(InstanceLog log, int journey) => Scope.IsEverything || Select(log, ExplorerState.Default).Journeys.AsSpan().BinarySearch(journey) >= 0;

    private Selection Select(InstanceLog log, ExplorerState state) => results.Get(log, "selection\n" + Key(state), () => JourneyFilter.Apply(log, state, Scope));

    private string Key(ExplorerState state)
    {
        var filters = string.Concat(state.Filters().Select(f => $"{f.Parameter}={f.Value}\n"));
        return Scope.IsEverything ? filters : filters + "scope=" + string.Join('\n', Scope.Codes.Order(StringComparer.Ordinal));
    }

    private bool Sees(JourneyDefinition definition) => Covers(Scope, definition);

    /// <summary>A definition without a unit serves everyone who may do the thing anywhere.</summary>
    private static bool Covers(UnitScope scope, JourneyDefinition definition)
        => definition.Unit is null ? scope.IsEverything || scope.Codes.Count > 0 : scope.Contains(definition.Unit);
}
