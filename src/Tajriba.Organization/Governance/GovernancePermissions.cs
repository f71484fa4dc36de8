using Tajriba.Kernel.Access;

namespace Tajriba.Organization.Governance;

/// <summary>What people may do in this room.</summary>
public static class GovernancePermissions
{
    public const string ViewId = "governance.view";
    public const string ManageId = "governance.manage";

    /// <summary>Read what bodies of the units held decide, acknowledge policies and do what one was given to do.</summary>
    public static Permission View { get; } = new(ViewId);

    /// <summary>Bodies, owners, responsibilities, decisions, conflicts, policies, meetings and initiatives of the units held.</summary>
    public static Permission Manage { get; } = new(ManageId);
}
