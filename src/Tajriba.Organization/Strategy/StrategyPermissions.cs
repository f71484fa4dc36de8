using Tajriba.Kernel.Access;

namespace Tajriba.Organization.Strategy;

/// <summary>What people may do in this room.</summary>
public static class StrategyPermissions
{
    public const string ViewId = "strategy.view";
    public const string ManageId = "strategy.manage";

    /// <summary>Read the directions, and the strategic objectives of the units held.</summary>
    public static Permission View { get; } = new(ViewId);

    /// <summary>Strategic objectives of the units held; whoever holds all of them, the directions and perspectives too.</summary>
    public static Permission Manage { get; } = new(ManageId);
}
