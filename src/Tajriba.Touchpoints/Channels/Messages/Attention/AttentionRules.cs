namespace Tajriba.Touchpoints.Channels.Messages.Attention;

/// <summary>How much of a person's attention all programmes together may take.</summary>
public sealed record AttentionRules
{
    /// <summary>All of them hold.</summary>
    public IReadOnlyList<AttentionLimit> Limits { get; init; } = [new(2, 7), new(4, 30)];

    /// <summary>Hours between two messages at least; 0 for none.</summary>
    public int HoursBetween { get; init; } = 24;

    public IReadOnlyList<QuietHours> Quiet { get; init; } = [new("", new TimeOnly(21, 0), new TimeOnly(9, 0))];

    /// <summary>Days on which nothing goes out.</summary>
    public IReadOnlyList<DayOfWeek> RestDays { get; init; } = [DayOfWeek.Friday];

    /// <summary>IANA name of the organization's zone.</summary>
    public string TimeZone { get; init; } = "Asia/Tehran";

    /// <summary>The member that breaks a rule, or null: limits of 1-1000 in 1-3650 days, 0-8760 hours, a zone that exists, quiet hours that are no whole day, at most six rest days.</summary>
    public string? Fault() =>
        Limits.Count > 10 || Limits.Any(l => l.Most is < 1 or > 1000 || l.Days is < 1 or > 3650) ? "limits"
        : HoursBetween is < 0 or > 8760 ? "hoursBetween"
        : Quiet.Count > 20 || Quiet.Any(q => q.From == q.Until || (q.Channel.Length > 0 && !MessageChannels.All.Contains(q.Channel))) || LeavesNoHour() ? "quiet"
        : RestDays.Distinct().Count() > 6 ? "restDays"
        : !TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _) ? "timeZone"
        : null;

    private bool LeavesNoHour() => MessageChannels.All.Any(channel => Enumerable.Range(0, 24 * 60).All(minute =>
        Quiet.Any(q => (q.Channel.Length == 0 || q.Channel == channel) && q.EndFrom(DateTime.UnixEpoch.AddMinutes(minute)) is not null)));
}
