namespace Tajriba.Kernel.Access;

/// <summary>The organization's units at one moment; immutable, so a reader may keep it as long as it likes.</summary>
public sealed class UnitTree
{
    private readonly Dictionary<long, Unit> byId;
    private readonly Dictionary<string, Unit> byCode;
    private readonly ILookup<long, Unit> children;

    public UnitTree(IEnumerable<Unit> units)
    {
        var list = units.OrderBy(unit => unit.Kind).ThenBy(unit => unit.Code, StringComparer.Ordinal).ToList();
        byId = list.ToDictionary(unit => unit.Id);
        byCode = list.ToDictionary(unit => unit.Code, StringComparer.Ordinal);
        children = list.ToLookup(unit => unit.ParentId is { } parent && byId.ContainsKey(parent) ? parent : 0);
        All = Walk(0).ToList();
    }

    public static UnitTree Empty { get; } = new([]);

    /// <summary>Every unit, parents before their children, siblings by kind and code.</summary>
    public IReadOnlyList<Unit> All { get; }

    public IEnumerable<Unit> Roots => children[0];

    public Unit? Find(string? code) => code is not null && byCode.TryGetValue(code, out var unit) ? unit : null;

    public Unit? Find(long id) => byId.GetValueOrDefault(id);

    public IEnumerable<Unit> ChildrenOf(Unit unit) => children[unit.Id];

    /// <summary>The unit and everything below it, parents first.</summary>
    public IEnumerable<Unit> Within(Unit unit) => byId.ContainsKey(unit.Id) ? Walk(unit.Id).Prepend(unit) : [];

    /// <summary>From the root down to the unit itself.</summary>
    public IReadOnlyList<Unit> PathOf(Unit unit)
    {
        var path = new List<Unit> { unit };
        while (path[^1].ParentId is { } parent && Find(parent) is { } above)
        {
            path.Add(above);
        }

        path.Reverse();
        return path;
    }

    /// <summary>How many units stand above it; 0 at a root.</summary>
    public int DepthOf(Unit unit) => PathOf(unit).Count - 1;

    private IEnumerable<Unit> Walk(long parent) => children[parent].SelectMany(child => Walk(child.Id).Prepend(child));
}
