using Tajriba.Kernel.Access;

namespace Tajriba.Leadership.Maturity;

/// <summary>What people may do in this room.</summary>
public static class MaturityPermissions
{
    public const string ViewId = "maturity.view";
    public const string ManageId = "maturity.manage";

    /// <summary>See assessments and what came out of them, of the units held.</summary>
    public static Permission View { get; } = new(ViewId);

    /// <summary>Hold assessments and load frames.</summary>
    public static Permission Manage { get; } = new(ManageId);
}
