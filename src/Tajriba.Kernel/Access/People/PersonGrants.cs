using System.Collections.Concurrent;

namespace Tajriba.Kernel.Access;

/// <summary>What one person may do, as it stood when it was read. Shared between requests, so immutable to the outside.</summary>
internal sealed class PersonGrants(Person person, IReadOnlyList<PersonGrants.Line> lines, IReadOnlyList<string> unitCodes, PermissionCatalog catalog)
{
    private readonly ConcurrentDictionary<string, Held> held = new(StringComparer.Ordinal);

    public Person Person { get; } = person;

    /// <summary>The units to which the person belongs.</summary>
    public IReadOnlyList<string> UnitCodes { get; } = unitCodes;

    public IReadOnlyList<RoleGrant> Roles { get; } = lines.Select(line => new RoleGrant(line.Role, line.UnitCode)).ToList();

    public bool Can(string permission) => lines.Any(line => Gives(line, permission));

    public UnitScope ScopeOf(string permission, UnitTree tree)
    {
        if (held.TryGetValue(permission, out var known) && ReferenceEquals(known.Tree, tree))
        {
            return known.Scope;
        }

        var scope = Compute(permission, tree);
        if (catalog.Knows(permission))
        {
            held[permission] = new(tree, scope);
        }

        return scope;
    }

    /// <summary>True where this person holds, over the same units, every permission that <paramref name="other"/> holds.</summary>
    public bool Includes(PersonGrants other, UnitTree tree)
        => other.lines.All(line => Includes(line.Patterns, line.UnitCode, tree));

    /// <summary>True where this person holds everything that <paramref name="patterns"/> give over a unit and all below it.</summary>
    public bool Includes(IReadOnlyList<string> patterns, string? unitCode, UnitTree tree)
        => catalog.All
            .Where(permission => patterns.Any(pattern => catalog.Covers(pattern, permission)))
            .All(permission => ScopeOf(permission, tree) is var scope && (scope.IsEverything || (unitCode is not null && scope.Contains(unitCode))));

    /// <summary>How far down a path of units the nearest role stands that gives a permission over its end; -1 for one that holds everywhere, null for none.</summary>
    public int? NearestOf(string permission, IReadOnlyList<string> path)
        => lines.Where(line => Gives(line, permission))
            .Select(line => line.UnitCode is null ? -1 : path.Index().Where(step => step.Item == line.UnitCode).Select(step => (int?)step.Index).FirstOrDefault())
            .Max();

    private readonly IReadOnlyList<Line> lines = lines;

    private bool Gives(Line line, string permission) => line.Patterns.Any(pattern => catalog.Covers(pattern, permission));

    private UnitScope Compute(string permission, UnitTree tree)
    {
        var giving = lines.Where(line => Gives(line, permission)).ToList();
        return giving switch
        {
            [] => UnitScope.Nothing,
            _ when giving.Any(line => line.UnitCode is null) => UnitScope.Everything,
            _ => UnitScope.Of(giving
                .Select(line => tree.Find(line.UnitCode))
                .OfType<Unit>()
                .SelectMany(tree.Within)
                .Select(unit => unit.Code)),
        };
    }

    /// <param name="Role">The role's code.</param>
    /// <param name="UnitCode">Where it holds; null for everywhere.</param>
    /// <param name="Patterns">What it gives.</param>
    internal sealed record Line(string Role, string? UnitCode, IReadOnlyList<string> Patterns);

    private sealed record Held(UnitTree Tree, UnitScope Scope);
}
