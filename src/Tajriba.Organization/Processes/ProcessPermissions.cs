using Tajriba.Kernel.Access;

namespace Tajriba.Organization.Processes;

/// <summary>What people may do in this room.</summary>
public static class ProcessPermissions
{
    public const string ViewId = "processes.view";
    public const string ManageId = "processes.manage";

    /// <summary>Read the processes of the units held, and how their figures move together.</summary>
    public static Permission View { get; } = new(ViewId);

    /// <summary>Write down, change and redesign the processes of the units held.</summary>
    public static Permission Manage { get; } = new(ManageId);
}
