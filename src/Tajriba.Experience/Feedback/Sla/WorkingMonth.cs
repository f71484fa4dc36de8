using NodaTime;

namespace Tajriba.Experience.Feedback.Sla;

/// <summary>The working time of one month of a calendar as stretches that do not touch, with the work done before each.</summary>
internal sealed class WorkingMonth
{
    private readonly Instant[] starts;
    private readonly Instant[] ends;
    private readonly Duration[] before;

    private WorkingMonth(List<(Instant Start, Instant End)> stretches)
    {
        starts = [.. stretches.Select(stretch => stretch.Start)];
        ends = [.. stretches.Select(stretch => stretch.End)];
        before = new Duration[starts.Length];
        for (int i = 0; i < starts.Length; i++)
        {
            before[i] = Work;
            Work += ends[i] - starts[i];
        }
    }

    /// <summary>All of it.</summary>
    public Duration Work { get; } = Duration.Zero;

    /// <param name="calendar">Whose.</param>
    /// <param name="month">Months since January of the year 0.</param>
    public static WorkingMonth Of(BusinessCalendar calendar, int month)
    {
        DateTimeZone zone = calendar.Zone;
        var begin = new LocalDate(month / 12, (month % 12) + 1, 1);
        var whole = new Interval(zone.AtStartOfDay(begin).ToInstant(), zone.AtStartOfDay(begin.PlusMonths(1)).ToInstant());
        var stretches = new List<(Instant Start, Instant End)>();

        // Within a stretch of one offset local time and instants run side by side.
        foreach (var part in zone.GetZoneIntervals(whole))
        {
            Instant from = part.HasStart ? Instant.Max(part.Start, whole.Start) : whole.Start;
            Instant to = part.HasEnd ? Instant.Min(part.End, whole.End) : whole.End;
            LocalDate first = from.WithOffset(part.WallOffset).Date;
            for (LocalDate day = first.PlusDays(-1); day <= to.WithOffset(part.WallOffset).Date; day = day.PlusDays(1))
            {
                foreach (Shift shift in calendar.ShiftsOn(day))
                {
                    Instant start = Instant.Max(shift.StartOn(day).WithOffset(part.WallOffset).ToInstant(), from);
                    Instant end = Instant.Min(shift.EndOn(day).WithOffset(part.WallOffset).ToInstant(), to);
                    if (start < end)
                    {
                        stretches.Add((start, end));
                    }
                }
            }
        }

        return new(Merged(stretches));
    }

    public bool IsOpen(Instant instant)
    {
        int at = LastStart(instant);
        return at >= 0 && instant < ends[at];
    }

    /// <summary>Work from the month's beginning to an instant in it.</summary>
    public Duration WorkBefore(Instant instant)
    {
        int at = LastStart(instant);
        return at < 0 ? Duration.Zero : before[at] + (Instant.Min(instant, ends[at]) - starts[at]);
    }

    /// <summary>The earliest instant with so much work before it; more than zero, at most <see cref="Work"/>.</summary>
    public Instant InstantOf(Duration work)
    {
        int at = Array.BinarySearch(before, work);
        at = at >= 0 ? at - 1 : ~at - 1;
        return starts[at] + (work - before[at]);
    }

    private int LastStart(Instant instant)
    {
        int at = Array.BinarySearch(starts, instant);
        return at >= 0 ? at : ~at - 1;
    }

    private static List<(Instant Start, Instant End)> Merged(List<(Instant Start, Instant End)> stretches)
    {
        stretches.Sort();
        var merged = new List<(Instant Start, Instant End)>(stretches.Count);
        foreach (var (start, end) in stretches)
        {
            if (merged.Count > 0 && start <= merged[^1].End)
            {
                merged[^1] = (merged[^1].Start, Instant.Max(merged[^1].End, end));
            }
            else
            {
                merged.Add((start, end));
            }
        }

        return merged;
    }
}
