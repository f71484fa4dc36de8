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
        Trigger == TriggerKind.Event && EventName.Length is 0 or > 200 ? "event"
        : DelayMinutes is < 0 or > 525_600 ? "delay"
        : Conditions.Count > 20 || Conditions.Any(c => c.Path.Length is 0 or > 200 || c.Values.Count is 0 or > 50) ? "conditions"
        : !(Share > 0 && Share <= 1) ? "share"
        : MostPerDay is < 1 ? "mostPerDay"
        : Channels.Count == 0 || Channels.Any(c => !MessageChannels.All.Contains(c)) ? "channels"
        : Context.Count > 20 || Context.Any(c => c.Length is 0 or > 200) ? "context"
        : ExpiryDays is < 1 or > 365 ? "expiryDays"
        : ReminderDays is < 1 or > 365 ? "reminderDays"
        : MostReminders is < 0 or > 5 ? "mostReminders"
        : Texts.Count == 0 || Texts.Any(IsPoor) ? "texts"
        : null;

    private static bool IsPoor(InvitationText text) =>
        text.Subject.Length is 0 or > 200 || text.Plain.Length > 5_000 || text.Short.Length > 500
        || !text.Plain.Contains("{link}", StringComparison.Ordinal) || !text.Short.Contains("{link}", StringComparison.Ordinal);
}
