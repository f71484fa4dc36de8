using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Touchpoints.Insights;

/// <summary>What one person may see of insights: those of their units, and those of the organization, which all may read.</summary>
public sealed class InsightReader(InsightStore store, ICurrentPerson person, IUnits units, Show show)
{
    /// <summary>The insights that may be seen, the newest change first.</summary>
    public async Task<IReadOnlyList<Insight>> ListAsync(CancellationToken cancellationToken = default)
        => [.. (await store.ListAsync(cancellationToken)).Where(IsSeen)];

    /// <summary>One of them, or null.</summary>
    public async Task<Insight?> FindAsync(string code, CancellationToken cancellationToken = default)
        => await store.FindAsync(code, cancellationToken) is { } insight && IsSeen(insight) ? insight : null;

    /// <summary>Whether the person may do something about insights of a unit.</summary>
    public bool Tells(string? unit) => person.ScopeOf(InsightsPermissions.Tell) is var scope && (unit is null ? person.Can(InsightsPermissions.Tell) : scope.Contains(unit));

    /// <summary>A unit's name; null where it is the organization.</summary>
    public string? UnitOf(string? code) => code is null ? null : units.Tree.Find(code)?.Name.In(show.Reader.Language) ?? code;

    private bool IsSeen(Insight insight) => person.Can(InsightsPermissions.View) && (insight.Content.Unit is null || person.ScopeOf(InsightsPermissions.View).Contains(insight.Content.Unit));
}
