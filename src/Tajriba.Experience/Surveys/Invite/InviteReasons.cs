namespace Tajriba.Experience.Surveys.Invite;

/// <summary>Why an invitation does not go out, beside the reasons of messages.</summary>
public static class InviteReasons
{
    /// <summary>The survey was deleted, closed or never published.</summary>
    public const string NoSurvey = "no-survey";

    /// <summary>The programme's limit of 24 hours is reached.</summary>
    public const string DayFull = "day-full";

    /// <summary>What is known of the person does not fit the programme's segment.</summary>
    public const string OtherSegment = "other-segment";
}
