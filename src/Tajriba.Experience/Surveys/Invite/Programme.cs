namespace Tajriba.Experience.Surveys.Invite;

/// <param name="Id">Its number.</param>
/// <param name="Key">Names it in the log and in addresses.</param>
/// <param name="Name">Name among people.</param>
/// <param name="SurveyKey">What it asks.</param>
/// <param name="Settings">Whom, when and how.</param>
/// <param name="IsOn">Whether it asks.</param>
/// <param name="FromPosition">It hears events after this one.</param>
/// <param name="ScheduledThrough">Until when its schedule was planned.</param>
public sealed record Programme(long Id, string Key, string Name, string SurveyKey, ProgrammeSettings Settings, bool IsOn, long FromPosition, DateTimeOffset ScheduledThrough);
