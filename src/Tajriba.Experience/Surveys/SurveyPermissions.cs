using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Surveys;

/// <summary>What people may do in this room.</summary>
public static class SurveyPermissions
{
    public const string ViewId = "surveys.view";
    public const string DesignId = "surveys.design";
    public const string SendId = "surveys.send";
    public const string ResponsesId = "surveys.responses";

    /// <summary>See surveys and their results, of the units held.</summary>
    public static Permission View { get; } = new(ViewId);

    /// <summary>Make, change, publish and close surveys.</summary>
    public static Permission Design { get; } = new(DesignId);

    /// <summary>Invite people, and make links.</summary>
    public static Permission Send { get; } = new(SendId);

    /// <summary>Read single responses, of the units held.</summary>
    public static Permission Responses { get; } = new(ResponsesId);
}
