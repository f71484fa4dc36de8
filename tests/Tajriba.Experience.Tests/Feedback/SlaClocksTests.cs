using NodaTime;
using Tajriba.Experience.Feedback.Sla;
using static Tajriba.Experience.Tests.Feedback.BusinessCalendarTests;

namespace Tajriba.Experience.Tests.Feedback;

public sealed class SlaClocksTests
{
    private const int Drawn = 20_000;
    private static readonly IReadOnlyList<SlaGoal> Day = [new(SlaTarget.Answer, Duration.FromHours(24)), new(SlaTarget.Resolution, Duration.FromHours(72))];

    [Fact]
    public void An_answer_in_time_keeps_the_promise_and_a_late_one_does_not()
    {
        Instant open = Instant("2026-02-01T10:00:00Z");
        Assert.Equal((SlaState.Running, open + Duration.FromHours(24)), Both(Answer([Opened(open)], open + Duration.FromHours(1))));
        SlaClock kept = Answer([Opened(open), new SlaMoment.Answered(open + Duration.FromHours(24))], open + Duration.FromDays(9));
        Assert.Equal((SlaState.Done, true), (kept.State, kept.IsKept));
        SlaClock late = Answer([Opened(open), new SlaMoment.Answered(open + Duration.FromHours(25))], open + Duration.FromDays(9));
        Assert.Equal((SlaState.Done, open + Duration.FromHours(24)), Both(late));
        Assert.False(late.IsKept);
        Assert.Equal(Duration.FromHours(25), late.Spent);
    }

    [Fact]
    public void While_the_customer_is_waited_for_the_clocks_stand()
    {
        Instant open = Instant("2026-02-01T10:00:00Z");
        List<SlaMoment> moments = [Opened(open), new SlaMoment.Paused(open + Duration.FromHours(5))];
        SlaClock clock = Answer(moments, open + Duration.FromDays(30));
        Assert.Equal((SlaState.Paused, (Instant?)null, Duration.FromHours(5)), (clock.State, clock.Due, clock.Spent));
        moments.Add(new SlaMoment.Resumed(open + Duration.FromDays(30)));
        Assert.Equal(open + Duration.FromDays(30) + Duration.FromHours(19), Answer(moments, open + Duration.FromDays(30)).Due);
    }

    [Fact]
    public void A_higher_priority_counts_what_was_used_and_a_promise_broken_stays_broken()
    {
        Instant open = Instant("2026-02-01T10:00:00Z");
        Instant change = open + Duration.FromHours(10);
        List<SlaMoment> moments = [Opened(open), new SlaMoment.Promised(change, [new(SlaTarget.Answer, Duration.FromHours(4))])];
        Assert.Equal(change, Answer(moments, change + Duration.FromHours(1)).BrokenAt);
        moments.Add(new SlaMoment.Promised(change + Duration.FromHours(2), Day));
        Assert.Equal(change, Answer(moments, change + Duration.FromHours(3)).BrokenAt);
    }

    [Fact]
    public void A_case_that_moves_goes_on_by_the_other_unit_s_hours()
    {
        Instant open = Instant("2024-10-31T12:30:00Z"); // Thursday 16:00 in Tehran; the branch closes at 17:00 and on Friday.
        List<SlaMoment> moments = [new SlaMoment.Opened(open, Branch(), Day), new SlaMoment.Moved(open + Duration.FromHours(2), BusinessCalendar.Always)];
        Assert.Equal(open + Duration.FromHours(2 + 23), Answer(moments, open + Duration.FromHours(3)).Due);
    }

    [Fact]
    public void Reopened_the_resolution_goes_on_from_where_it_stood()
    {
        Instant open = Instant("2026-02-01T10:00:00Z");
        List<SlaMoment> moments = [Opened(open), new SlaMoment.Resolved(open + Duration.FromHours(20)), new SlaMoment.Reopened(open + Duration.FromHours(120))];
        IReadOnlyList<SlaClock> clocks = SlaClocks.At(moments, open + Duration.FromHours(121));
        Assert.Equal((SlaState.Done, true), (clocks[0].State, clocks[0].IsKept));
        Assert.Equal((SlaState.Running, Duration.FromHours(21)), (clocks[1].State, clocks[1].Spent));
        Assert.Equal(open + Duration.FromHours(120 + 52), clocks[1].Due);
    }

    [Fact]
    public void Escalations_come_at_their_share_of_the_goal()
    {
        Instant open = Instant("2024-10-31T12:30:00Z");
        List<SlaMoment> moments = [new SlaMoment.Opened(open, Branch(), [new(SlaTarget.Answer, Duration.FromHours(4))])];
        Assert.Equal(Instant("2024-11-02T06:30:00Z"), SlaClocks.Reaches(moments, SlaTarget.Answer, 0.5, open));
        Assert.Equal(Instant("2024-11-02T06:30:00Z"), SlaClocks.Reaches(moments, SlaTarget.Answer, 0.5, open + Duration.FromDays(9)));
        Assert.Null(SlaClocks.Reaches([.. moments, new SlaMoment.Answered(open + Duration.FromMinutes(30))], SlaTarget.Answer, 0.5, open + Duration.FromDays(9)));
        Assert.Null(SlaClocks.Reaches(moments, SlaTarget.Resolution, 1, open));
    }

    [Fact]
    public void Nothing_is_promised_before_a_case_opens()
    {
        Instant open = Instant("2026-02-01T10:00:00Z");
        Assert.Empty(SlaClocks.At([new SlaMoment.Answered(open)], open));
        Assert.Empty(SlaClocks.At([Opened(open)], open - Duration.FromTicks(1)));
    }

    /// <summary>Over drawn calendars and histories: what is used is the working time that ran; the past does not depend on when one asks.</summary>
    [Fact]
    public void Drawn_histories_keep_what_must_hold()
    {
        Parallel.For(0, Drawn, seed =>
        {
            var drawn = new CalendarGenerator(seed);
            Instant open = drawn.Begin;
            IReadOnlyList<SlaGoal> goals = [new(SlaTarget.Answer, CalendarGenerator.Quarter * (1 + drawn.Next(60)))];
            List<SlaMoment> moments = [new SlaMoment.Opened(open, drawn.Calendar, goals)];
            Duration running = Duration.Zero;
            Instant at = open;
            Instant now = open + (CalendarGenerator.Quarter * 300);
            for (int i = drawn.Next(4); i > 0; i--)
            {
                Instant pause = at + (CalendarGenerator.Quarter * drawn.Next(40));
                Instant resume = pause + (CalendarGenerator.Quarter * drawn.Next(40));
                running += drawn.Calendar.Between(at, pause);
                moments.AddRange([new SlaMoment.Paused(pause), new SlaMoment.Resumed(resume)]);
                at = resume;
            }

            running += drawn.Calendar.Between(at, now);
            SlaClock clock = Assert.Single(SlaClocks.At(moments, now));
            Assert.Equal(running, clock.Spent);
            Assert.Equal(running <= clock.Within, clock.IsKept);
            if (clock.BrokenAt is { } broken)
            {
                Assert.Equal(clock.Within, SlaClocks.At(moments, broken)[0].Spent);
                Assert.Equal(broken, clock.Due);
                Assert.Equal(broken, SlaClocks.Reaches(moments, SlaTarget.Answer, 1, now));
                Assert.True(SlaClocks.At([.. moments, new SlaMoment.Answered(broken)], now)[0].IsKept, "An answer at the last moment is in time.");
            }
            else if (clock.Due is { } due)
            {
                Assert.Null(SlaClocks.At(moments, due)[0].BrokenAt);
                Assert.Equal(clock.Within, SlaClocks.At(moments, due)[0].Spent);
            }

            // Moments that change nothing change nothing, in whatever order all of them are told.
            Instant idle = open + (CalendarGenerator.Quarter * drawn.Next(300));
            SlaMoment[] told = [.. moments, new SlaMoment.Promised(idle, []), new SlaMoment.Moved(idle, drawn.Calendar)];
            Assert.Equal(clock with { BrokenAt = null, Due = null }, SlaClocks.At(told, now)[0] with { BrokenAt = null, Due = null });
            Assert.Equal(clock.IsKept, SlaClocks.At(told, now)[0].IsKept);
            Assert.Equal(clock, SlaClocks.At([.. moments.OrderBy(moment => moment is SlaMoment.Opened ? 0 : 1)], now)[0]);
        });
    }

    private static SlaMoment.Opened Opened(Instant at) => new(at, BusinessCalendar.Always, Day);

    private static SlaClock Answer(IReadOnlyList<SlaMoment> moments, Instant now) => SlaClocks.At(moments, now)[0];

    private static (SlaState State, Instant? Due) Both(SlaClock clock) => (clock.State, clock.Due);
}
