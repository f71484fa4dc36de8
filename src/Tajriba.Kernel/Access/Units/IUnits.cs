using Microsoft.Extensions.Primitives;

namespace Tajriba.Kernel.Access;

/// <summary>The organization's tree of units. Reading costs nothing; every change is audited and reaches other nodes within seconds.</summary>
public interface IUnits
{
    /// <summary>The tree as it stands.</summary>
    UnitTree Tree { get; }

    /// <summary>Fires once when the tree has changed after this call.</summary>
    IChangeToken Watch();

    /// <summary>Adds units, parents before children. Units whose code is there already are left as they are.</summary>
    /// <returns>Null when done, else why nothing was added.</returns>
    Task<AccessRefusal?> AddAsync(IReadOnlyList<NewUnit> units, CancellationToken cancellationToken = default);

    Task<AccessRefusal?> RenameAsync(string code, LocalName name, CancellationToken cancellationToken = default);

    /// <summary>Puts a unit, with everything below it, under another one, or makes it a root.</summary>
    Task<AccessRefusal?> MoveAsync(string code, string? newParentCode, CancellationToken cancellationToken = default);
}
