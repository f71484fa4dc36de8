using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Indicators;

/// <summary>What people may do in this room.</summary>
public static class IndicatorPermissions
{
    public const string ViewId = "indicators.view";
    public const string DefineId = "indicators.define";

    /// <summary>See indicators and dashboards, of the units held.</summary>
    public static Permission View { get; } = new(ViewId);

    /// <summary>Make and change indicators, dashboards and digests.</summary>
    public static Permission Define { get; } = new(DefineId);
}
