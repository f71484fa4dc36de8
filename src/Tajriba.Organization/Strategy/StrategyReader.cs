using Tajriba.Kernel.Access;
using Tajriba.Organization.Governance.Records;
using Tajriba.Organization.Strategy.Directions;
using Tajriba.Organization.Strategy.Links;
using Tajriba.Organization.Strategy.Map;
using Tajriba.Ui;

namespace Tajriba.Organization.Strategy;

/// <summary>What one person may see of the strategy: what is the organization's whoever may see any, all else those of the unit.</summary>
public sealed class StrategyReader(StrategyBook book, ICurrentPerson person, IUnits units, Show show)
{
    /// <summary>Both directions.</summary>
    public Alignment Alignment => new(Direction(Side.Organization).Value, Direction(Side.Experience).Value);

    /// <summary>The perspectives, with the version that says so; 0 where nobody has changed the usual ones.</summary>
    public (PerspectiveList Value, int Version) Perspectives
        => (book.Find<PerspectiveList>(StrategyBook.Perspectives, StrategyBook.Only)?.Value ?? PerspectiveList.Usual, book.VersionOf(StrategyBook.Perspectives, StrategyBook.Only));

    /// <summary>The objectives that may be seen, from the top perspective to the bottom one.</summary>
    public IReadOnlyList<Kept<Objective>> Objectives
    {
        get
        {
            List<string> order = [.. Perspectives.Value.All.Select(p => p.Key)];
            return [.. book.All<Objective>(StrategyBook.Objective).Where(o => Sees(o.Value.Unit)).OrderBy(o => Math.Max(0, order.IndexOf(o.Value.Perspective)))];
        }
    }

    /// <summary>The links between objectives that may be seen.</summary>
    public LinkList Links => AllLinks.Value.Among(Objectives.Select(o => o.Code).ToHashSet(StringComparer.Ordinal));

    /// <summary>All links between objectives that there are, with the version that says so.</summary>
    public (LinkList Value, int Version) AllLinks
        => ((book.Find<LinkList>(StrategyBook.Links, StrategyBook.Only)?.Value ?? LinkList.Empty).Among(book.All<Objective>(StrategyBook.Objective).Select(o => o.Code).ToHashSet(StringComparer.Ordinal)),
            book.VersionOf(StrategyBook.Links, StrategyBook.Only));

    /// <summary>Whether directions and perspectives may be changed.</summary>
    public bool Directs => Manages(null);

    /// <summary>Where a side is going, with the version that says so.</summary>
    public (Direction Value, int Version) Direction(Side side)
        => (book.Find<Direction>(StrategyBook.Direction, side.ToString())?.Value ?? Directions.Direction.Empty, book.VersionOf(StrategyBook.Direction, side.ToString()));

    /// <summary>An objective, or null.</summary>
    public Kept<Objective>? Find(string code) => book.Find<Objective>(StrategyBook.Objective, code) is { } found && Sees(found.Value.Unit) ? found : null;

    /// <summary>Whether something of a unit, or of the organization (null), may be changed.</summary>
    public bool Manages(string? unit) => person.ScopeOf(StrategyPermissions.Manage).Contains(unit);

    /// <summary>Whether a change may be taken back. That of links by whoever made it: they join objectives of several units.</summary>
    public bool ManagesChange(string kind, string code) => kind switch
    {
        StrategyBook.Objective => book.LastOf<Objective>(kind, code) is { } last && Manages(last.Unit),
        StrategyBook.Links => code == StrategyBook.Only && book.History(kind, code) is [.., var last] && (Directs || last.By == person.Id),
        StrategyBook.Direction or StrategyBook.Perspectives => Directs && book.VersionOf(kind, code) > 0,
        _ => false,
    };

    /// <summary>The units of which the person may change something.</summary>
    public IReadOnlyList<Unit> ManagedUnits => [.. units.Tree.All.Where(u => Manages(u.Code))];

    /// <summary>A unit's name; null where it is the organization.</summary>
    public string? UnitName(string? code) => code is null ? null : units.Tree.Find(code)?.Name.In(show.Reader.Language) ?? code;

    private bool Sees(string? unit) => person.ScopeOf(StrategyPermissions.View) is var scope && (unit is null ? scope.IsEverything || scope.Codes.Count > 0 : scope.Contains(unit));
}
