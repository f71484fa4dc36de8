using Tajriba.Kernel.Access;

namespace Tajriba.Organization.Objectives;

/// <summary>What people may do in this room.</summary>
public static class ObjectivePermissions
{
    public const string ViewId = "objectives.view";
    public const string ManageId = "objectives.manage";

    /// <summary>Read the objectives of the organization and of the units held, and say how one's own stand.</summary>
    public static Permission View { get; } = new(ViewId);

    /// <summary>Cycles, objectives, key results and reviews of the units held.</summary>
    public static Permission Manage { get; } = new(ManageId);
}
