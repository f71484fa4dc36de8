namespace Tajriba.Kernel.Access;

/// <summary>The units over which a person holds a permission: everything, or a set closed under "child of".</summary>
public sealed class UnitScope
{
    private readonly IReadOnlySet<string>? codes;

    private UnitScope(IReadOnlySet<string>? codes) => this.codes = codes;

    public static UnitScope Everything { get; } = new(null);

    public static UnitScope Nothing { get; } = new(new HashSet<string>(StringComparer.Ordinal));

    /// <summary>True where the scope has no limit, so that records without a unit are inside it too.</summary>
    public bool IsEverything => codes is null;

    /// <summary>Codes of the units inside; empty where <see cref="IsEverything"/>.</summary>
    public IReadOnlyCollection<string> Codes => codes ?? (IReadOnlyCollection<string>)[];

    public static UnitScope Of(IEnumerable<string> codes) => new(codes.ToHashSet(StringComparer.Ordinal));

    public bool Contains(string? unitCode) => codes is null || (unitCode is not null && codes.Contains(unitCode));
}
