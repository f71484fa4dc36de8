using Tajriba.Touchpoints.Channels.Messages;

namespace Tajriba.Experience.Surveys.Invite;

/// <summary>Whom a programme asks, when and how.</summary>
public sealed record ProgrammeSettings
{
    public TriggerKind Trigger { get; init; }

    /// <summary>Name of the trigger event.</summary>
    public string EventName { get; init; } = "";

    public int DelayMinutes { get; init; } = 120;

    /// <summary>All of them must hold.</summary>
    public IReadOnlyList<TriggerCondition> Conditions { get; init; } = [];

    /// <summary>What must be known of the person: traits by path, all of them. Judged at the moment of sending.</summary>
    public IReadOnlyList<TriggerCondition> PersonConditions { get; init; } = [];

    /// <summary>A schedule asks who had the event within so many days.</summary>
    public int WithinDays { get; init; } = 30;

    public ProgrammeSchedule Schedule { get; init; } = ProgrammeSchedule.Usual;

    /// <summary>Path in the event by whose value the share is chosen, <c>@unit</c> or <c>@channel</c>; empty where all share alike.</summary>
    public string StrataPath { get; init; } = "";

    /// <summary>Shares of some values; all others have <see cref="Share"/>.</summary>
    public IReadOnlyList<Stratum> Strata { get; init; } = [];

    /// <summary>What people may unsubscribe from.</summary>
    public string Topic { get; init; } = "surveys";

    /// <summary>Share of people who are asked at all, above 0 and at most 1; the same people every time.</summary>
    public double Share { get; init; } = 1;

    /// <summary>At most so many invitations in 24 hours; null for no limit.</summary>
    public int? MostPerDay { get; init; }

    /// <summary>The best first.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [MessageChannels.Email, MessageChannels.Sms];

    /// <summary>Paths in the trigger event's attributes that go into the answer as context, under their last name.</summary>
    public IReadOnlyList<string> Context { get; init; } = [];

    public int ExpiryDays { get; init; } = 14;

    /// <summary>Days after which whoever has not answered is reminded.</summary>
    public int ReminderDays { get; init; } = 3;

    public int MostReminders { get; init; }

    /// <summary>The first is the one for people whose language is not known.</summary>
    public IReadOnlyList<InvitationText> Texts { get; init; } = [];

    /// <summary>The member that breaks a rule, or null.</summary>
    public string? Fault() =>
        Trigger != TriggerKind.List && EventName.Length is 0 or > 200 ? "event"
        : DelayMinutes is < 0 or > 525_600 ? "delay"
        : AreBad(Conditions) ? "conditions"
        : AreBad(PersonConditions) ? "personConditions"
        : WithinDays is < 1 or > 3650 ? "withinDays"
        : !Schedule.IsSound() ? "schedule"
        : StrataPath.Length > 200 || Strata.Count > 50 || Strata.Any(s => s.Value.Length is 0 or > 200 || !(s.Share >= 0 && s.Share <= 1)) || (Strata.Count > 0 && StrataPath.Length == 0) ? "strata"
        : Topic.Length is 0 or > 40 ? "topic"
        : !(Share > 0 && Share <= 1) ? "share"
        : MostPerDay is < 1 ? "mostPerDay"
        : Channels.Count == 0 || Channels.Any(c => !MessageChannels.All.Contains(c)) ? "channels"
        : Context.Count > 20 || Context.Any(c => c.Length is 0 or > 200) ? "context"
        : ExpiryDays is < 1 or > 365 ? "expiryDays"
        : ReminderDays is < 1 or > 365 ? "reminderDays"
        : MostReminders is < 0 or > 5 ? "mostReminders"
        : Texts.Count == 0 || Texts.Any(IsPoor) ? "texts"
        : null;

    /// <summary>The share of a stratum; <see cref="Share"/> of one that is not named.</summary>
    public double ShareOf(string? stratum) => stratum is not null && Strata.FirstOrDefault(s => s.Value == stratum) is { } own ? own.Share : Share;

    /// <summary>Whether the person belongs to the segment.</summary>
    public bool FitsPerson(IReadOnlyDictionary<string, string> traits) =>
        PersonConditions.All(c => traits.TryGetValue(c.Path, out var value) && c.Values.Contains(value, StringComparer.Ordinal));

    private static bool AreBad(IReadOnlyList<TriggerCondition> conditions) => conditions.Count > 20 || conditions.Any(c => c.Path.Length is 0 or > 200 || c.Values.Count is 0 or > 50);

    private static bool IsPoor(InvitationText text) =>
        text.Subject.Length is 0 or > 200 || text.Plain.Length > 5_000 || text.Short.Length > 500
        || !text.Plain.Contains("{link}", StringComparison.Ordinal) || !text.Short.Contains("{link}", StringComparison.Ordinal);
}
