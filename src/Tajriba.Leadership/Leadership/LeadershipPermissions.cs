using Tajriba.Kernel.Access;

namespace Tajriba.Leadership.Leadership;

/// <summary>What people may do in this room.</summary>
public static class LeadershipPermissions
{
    public const string ViewId = "leadership.view";
    public const string ManageId = "leadership.manage";

    /// <summary>Read what leaders of the units held have promised and done; a leader also writes down what is their own.</summary>
    public static Permission View { get; } = new(ViewId);

    /// <summary>Leaders, their commitments and their time with customers, of the units held.</summary>
    public static Permission Manage { get; } = new(ManageId);
}
