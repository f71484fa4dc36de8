using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;

namespace Tajriba.Touchpoints.Capture.Export;

/// <summary>Which events go out; every part that is null or empty leaves nothing out.</summary>
public sealed record ExportFilter
{
    /// <summary>Inclusive.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Exclusive.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Events that concern an object of this type. In XES its objects are the traces, <c>case</c> where null.</summary>
    public string? ObjectType { get; init; }

    public IReadOnlyCollection<string> Names { get; init; } = [];

    /// <summary>Units whose events the reader may see.</summary>
    public UnitScope Scope { get; init; } = UnitScope.Everything;

    public bool Takes(LoggedEvent item) =>
        (From is null || item.Time >= From)
        && (To is null || item.Time < To)
        && (ObjectType is null || item.Objects.Any(o => o.Type == ObjectType))
        && (Names.Count == 0 || Names.Contains(item.Name))
        && Scope.Contains(item.Unit);
}
