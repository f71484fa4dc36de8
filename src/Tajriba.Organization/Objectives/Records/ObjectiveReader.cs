using Tajriba.Kernel.Access;
using Tajriba.Organization.Governance.Records;
using Tajriba.Organization.Objectives.Cycles;
using Tajriba.Organization.Objectives.Reviews;
using Tajriba.Organization.Objectives.Tree;
using Tajriba.Ui;

namespace Tajriba.Organization.Objectives.Records;

/// <summary>What one person may see of the room: the organization's objectives whoever may see any, all else those of the unit.</summary>
public sealed class ObjectiveReader(ObjectiveBook book, ObjectiveTrees trees, ICurrentPerson person, IUnits units, Show show, TimeProvider clock)
{
    /// <summary>Today, where the reader is.</summary>
    public DateOnly Today => show.Today;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>All cycles, the newest first.</summary>
    public IReadOnlyList<Kept<Cycle>> Cycles => [.. book.All<Cycle>(ObjectiveKind.Cycle).OrderByDescending(c => c.Value.From).ThenBy(c => c.Value.To)];

    /// <summary>The shortest open cycle that holds today; else the next one, else the last; null where there is none.</summary>
    public Kept<Cycle>? CurrentCycle => Cycles.Where(c => !c.Value.IsClosed && c.Value.Holds(Today)).MinBy(c => c.Value.Days) ?? Cycles.Where(c => c.Value.From > Today).MinBy(c => c.Value.From) ?? Cycles.FirstOrDefault();

    /// <summary>A cycle, or null.</summary>
    public Kept<Cycle>? Cycle(string? code) => code is null ? null : book.Find<Cycle>(ObjectiveKind.Cycle, code);

    /// <summary>The tree as it stands; ask <see cref="Sees(ObjectiveNode)"/> before showing a node.</summary>
    public Task<ObjectiveTree> TreeAsync(CancellationToken cancellationToken = default) => trees.GetAsync(cancellationToken);

    /// <summary>An objective that may be seen, or null.</summary>
    public async Task<ObjectiveNode?> FindAsync(string? code, CancellationToken cancellationToken = default)
        => (await trees.GetAsync(cancellationToken)).Find(code) is { } node && Sees(node) ? node : null;

    /// <summary>An objective that may be seen, without how it stands; null where there is none.</summary>
    public Kept<Objective>? Find(string? code) => code is not null && book.Find<Objective>(ObjectiveKind.Objective, code) is { } found && Sees(found.Value.Unit) ? found : null;

    /// <summary>The reviews that may be seen, the newest first.</summary>
    public IReadOnlyList<Kept<Review>> Reviews => [.. book.All<Review>(ObjectiveKind.Review).Where(r => Sees(r.Value.Unit)).OrderByDescending(r => r.Value.On)];

    /// <summary>What is to be done for objectives that may be seen, the first due first.</summary>
    public IReadOnlyList<Kept<CorrectiveAction>> Actions => [.. book.All<CorrectiveAction>(ObjectiveKind.Action).Where(a => Find(a.Value.Objective) is not null).OrderBy(a => a.Value.DueOn)];

    public bool Sees(ObjectiveNode node) => Sees(node.Value.Unit);

    /// <summary>Whether something of a unit, or of the organization (null), may be seen.</summary>
    public bool Sees(string? unit) => Sees(person.ScopeOf(ObjectivePermissions.View), unit);

    /// <summary>Whether something of a unit, or of the organization (null), is seen by whoever may look at some units.</summary>
    public static bool Sees(UnitScope scope, string? unit) => unit is null ? scope.IsEverything || scope.Codes.Count > 0 : scope.Contains(unit);

    /// <summary>Whether something of a unit, or of the organization (null), may be changed.</summary>
    public bool Manages(string? unit) => person.ScopeOf(ObjectivePermissions.Manage).Contains(unit);

    /// <summary>Whether the person may say how an objective stands: whoever answers for it, and whoever may change it.</summary>
    public bool Speaks(Objective objective) => objective.Owner == person.Id || Manages(objective.Unit);

    /// <summary>The units of which the person may change something, to choose from.</summary>
    public IReadOnlyList<Unit> ManagedUnits => [.. units.Tree.All.Where(u => Manages(u.Code))];

    /// <summary>A unit's name; null where it is the organization.</summary>
    public string? UnitName(string? code) => code is null ? null : units.Tree.Find(code)?.Name.In(show.Reader.Language) ?? code;
}
