using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Feedback;

/// <summary>What people may do in this room.</summary>
public static class FeedbackPermissions
{
    public const string ViewId = "feedback.view";
    public const string HandleId = "feedback.handle";
    public const string ManageId = "feedback.manage";
    public const string PersonalId = "feedback.personal";

    /// <summary>Read feedback and cases of the units held; personal data is masked.</summary>
    public static Permission View { get; } = new(ViewId);

    /// <summary>Triage feedback, and open, work on and answer cases, of the units held.</summary>
    public static Permission Handle { get; } = new(HandleId);

    /// <summary>Rules, topics, forms, ready answers, calendars, goals and problems.</summary>
    public static Permission Manage { get; } = new(ManageId);

    /// <summary>See personal data in feedback as it was written.</summary>
    public static Permission Personal { get; } = new(PersonalId);
}
