using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Journeys;

/// <summary>What people may do in this room.</summary>
public static class JourneyPermissions
{
    public const string ViewId = "journeys.view";
    public const string DefineId = "journeys.define";

    /// <summary>See journeys and their friction, of the units held.</summary>
    public static Permission View { get; } = new(ViewId);

    /// <summary>Make and change definitions.</summary>
    public static Permission Define { get; } = new(DefineId);
}
