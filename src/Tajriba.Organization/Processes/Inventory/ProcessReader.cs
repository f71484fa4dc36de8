using Tajriba.Kernel.Access;
using Tajriba.Organization.Governance.Records;
using Tajriba.Ui;

namespace Tajriba.Organization.Processes.Inventory;

/// <summary>What one person may see of the processes: those of the organization whoever may see any, all else those of the unit.</summary>
public sealed class ProcessReader(ProcessBook book, ICurrentPerson person, IUnits units, Show show)
{
    /// <summary>Today, where the reader is.</summary>
    public DateOnly Today => show.Today;

    /// <summary>The processes that may be seen, by kind and name.</summary>
    public IReadOnlyList<Kept<Process>> All =>
        [.. book.All<Process>(ProcessBook.Kind).Where(p => Sees(p.Value.Unit)).OrderBy(p => p.Value.Kind).ThenBy(p => p.Value.Name, StringComparer.CurrentCultureIgnoreCase)];

    /// <summary>One of them, or null.</summary>
    public Kept<Process>? Find(string code) => book.Find<Process>(ProcessBook.Kind, code) is { } found && Sees(found.Value.Unit) ? found : null;

    /// <summary>Whether something of a unit, or of the organization (null), may be changed.</summary>
    public bool Manages(string? unit) => person.ScopeOf(ProcessPermissions.Manage).Contains(unit);

    /// <summary>The units of which the person may change something.</summary>
    public IReadOnlyList<Unit> ManagedUnits => [.. units.Tree.All.Where(u => Manages(u.Code))];

    /// <summary>A unit's name; null where it is the organization.</summary>
    public string? UnitName(string? code) => code is null ? null : units.Tree.Find(code)?.Name.In(show.Reader.Language) ?? code;

    private bool Sees(string? unit) => person.ScopeOf(ProcessPermissions.View) is var scope && (unit is null ? scope.IsEverything || scope.Codes.Count > 0 : scope.Contains(unit));
}
