namespace Tajriba.Experience.Surveys.Invite;

/// <summary>What makes a programme ask somebody.</summary>
public enum TriggerKind
{
    /// <summary>An event of a name, some time after it.</summary>
    Event,

    /// <summary>A list of customers that somebody gives.</summary>
    List,

    /// <summary>A time that repeats.</summary>
    Schedule,
}
