namespace Tajriba.Touchpoints.Channels.Messages.Attention;

/// <summary>A part of every day in which nobody is disturbed; over midnight where it ends before it begins.</summary>
/// <param name="Channel">On this channel; on all where empty.</param>
/// <param name="From">First minute.</param>
/// <param name="Until">First minute after it.</param>
public sealed record QuietHours(string Channel, TimeOnly From, TimeOnly Until)
{
    /// <summary>Where it ends, seen from a local time within it; null outside.</summary>
    public DateTime? EndFrom(DateTime local)
    {
        TimeOnly time = TimeOnly.FromDateTime(local);
        return From < Until
            ? time >= From && time < Until ? local.Date + Until.ToTimeSpan() : null
            : time >= From ? local.Date.AddDays(1) + Until.ToTimeSpan()
            : time < Until ? local.Date + Until.ToTimeSpan()
            : null;
    }
}
