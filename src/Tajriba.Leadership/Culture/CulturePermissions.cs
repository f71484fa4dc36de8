using Tajriba.Kernel.Access;

namespace Tajriba.Leadership.Culture;

/// <summary>What people may do in this room.</summary>
public static class CulturePermissions
{
    public const string ViewId = "culture.view";
    public const string ManageId = "culture.manage";

    /// <summary>Take part: read the wall, thank colleagues, answer the pulse, learn; see what the pulse says of the units held.</summary>
    public static Permission View { get; } = new(ViewId);

    /// <summary>Hold rounds of the pulse, write learning paths and keep the rituals of the units held.</summary>
    public static Permission Manage { get; } = new(ManageId);
}
