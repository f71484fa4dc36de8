namespace Tajriba.Organization.Governance.Meetings;

/// <summary>Those of a body come together.</summary>
/// <param name="Body">Code of the body.</param>
/// <param name="At">When it begins.</param>
/// <param name="Place">Where.</param>
/// <param name="Topics">What people put on the agenda, beside what the product knows.</param>
public sealed record Meeting(string Body, DateTimeOffset At, string Place, IReadOnlyList<string> Topics)
{
    public MeetingState State { get; init; }

    /// <summary>The agenda as it was when the meeting was held; empty before: until then it is made anew each time.</summary>
    public IReadOnlyList<AgendaItem> Agenda { get; init; } = [];

    /// <summary>Ids of those who were there.</summary>
    public IReadOnlyList<long> Attended { get; init; } = [];

    /// <summary>What was said.</summary>
    public string Minutes { get; init; } = "";
}
