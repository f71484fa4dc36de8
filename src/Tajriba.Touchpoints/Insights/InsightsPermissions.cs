using Tajriba.Kernel.Access;

namespace Tajriba.Touchpoints.Insights;

/// <summary>What people may do in this room.</summary>
public static class InsightsPermissions
{
    public const string ViewId = "insights.view";
    public const string TellId = "insights.tell";

    /// <summary>Read insights of the units held.</summary>
    public static Permission View { get; } = new(ViewId);

    /// <summary>Tell, review and retire insights of the units held, and say what was made of them.</summary>
    public static Permission Tell { get; } = new(TellId);
}
