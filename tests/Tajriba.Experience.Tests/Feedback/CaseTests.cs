using NodaTime;
using Tajriba.Experience.Feedback.Cases;
using Tajriba.Experience.Feedback.Sla;

namespace Tajriba.Experience.Tests.Feedback;

public sealed class CaseTests
{
    private static readonly DateTimeOffset Begin = new(2026, 2, 1, 10, 0, 0, TimeSpan.Zero);
    private static readonly CaseMoment.Opened Opened = new(Begin, null, 7, "azadi", CasePriority.Normal, "low-score");

    [Fact]
    public void A_complaint_is_taken_answered_resolved_and_closed()
    {
        Case handled = After(
            new CaseMoment.Assigned(Hour(1), 3, 3),
            new CaseMoment.Answered(Hour(2), 3, "We look into it.", 11),
            new CaseMoment.Waited(Hour(3), 3, WaitsFor.Customer),
            new CaseMoment.Replied(Hour(9), "Here is the invoice."),
            new CaseMoment.Resolved(Hour(10), 3, "wrong-part", "The part was changed for free."),
            new CaseMoment.Closed(Hour(50), null));
        Assert.Equal((CaseState.Closed, (long?)3, "wrong-part", Hour(2)), (handled.State, handled.Handler, handled.Cause, handled.AnsweredAt!.Value));
        IReadOnlyList<SlaClock> clocks = SlaClocks.At(Moments(handled), Instant.FromDateTimeOffset(Hour(100)));
        Assert.Equal([(SlaTarget.Answer, 2.0), (SlaTarget.Resolution, 4.0)], clocks.Select(clock => (clock.Target, clock.Spent.TotalHours)));
        Assert.All(clocks, clock => Assert.True(clock.IsKept));
    }

    [Fact]
    public void What_the_customer_objects_to_is_open_again_and_its_clock_goes_on()
    {
        Case handled = After(
            new CaseMoment.Assigned(Hour(1), 3, 3),
            new CaseMoment.Answered(Hour(2), 3, "Done.", 11),
            new CaseMoment.Resolved(Hour(10), 3, "delay", "Told."),
            new CaseMoment.Replied(Hour(30), "It is broken again."));
        Assert.Equal((CaseState.Open, 1, null), (handled.State, handled.Reopenings, handled.ResolvedAt));
        Assert.Equal(11.0, SlaClocks.At(Moments(handled), Instant.FromDateTimeOffset(Hour(31)))[1].Spent.TotalHours);
    }

    [Fact]
    public void What_is_parted_again_stands_as_before_and_its_clock_went_on()
    {
        Case handled = After(
            new CaseMoment.Assigned(Hour(1), 3, 3),
            new CaseMoment.Waited(Hour(2), 3, WaitsFor.Customer),
            new CaseMoment.Merged(Hour(5), 3, "C2"),
            new CaseMoment.Parted(Hour(6), 3));
        Assert.Equal((CaseState.Waiting, (WaitsFor?)WaitsFor.Customer, null), (handled.State, handled.WaitsFor, handled.MergedInto));
        Assert.Equal(3.0, SlaClocks.At(Moments(handled), Instant.FromDateTimeOffset(Hour(9)))[1].Spent.TotalHours);
    }

    [Fact]
    public void Nothing_is_resolved_without_answer_cause_and_action_or_closed_before()
    {
        Case handled = After();
        Assert.Equal(CaseFault.NeedsAnswer, handled.Fault(new CaseMoment.Resolved(Hour(1), 3, "delay", "Told.")));
        Assert.Equal(CaseFault.NeedsCause, handled.Fault(new CaseMoment.Resolved(Hour(1), 3, " ", "Told.")));
        Assert.Equal(CaseFault.NeedsAction, handled.Fault(new CaseMoment.Resolved(Hour(1), 3, "delay", "")));
        Assert.Equal(CaseFault.IsNotDone, handled.Fault(new CaseMoment.Closed(Hour(1), 3)));
        Assert.Equal(CaseFault.BeforeTheLast, handled.Fault(new CaseMoment.Assigned(Begin.AddSeconds(-1), 3, 3)));
        Assert.Equal(CaseFault.IntoItself, handled.Fault(new CaseMoment.Merged(Hour(1), 3, "C1")));
        Assert.Equal(CaseFault.IsMerged, After(new CaseMoment.Merged(Hour(1), 3, "C2")).Fault(new CaseMoment.Noted(Hour(2), 3, "x", [])));
        Assert.Throws<InvalidOperationException>(() => handled.After(new CaseMoment.Closed(Hour(1), 3)));
        Assert.Throws<InvalidOperationException>(() => Case.Of("C1", [new CaseMoment.Closed(Hour(1), 3)]));
        Assert.Empty(Moments(After(new CaseMoment.Merged(Hour(1), 3, "C2"))));
    }

    /// <summary>Whatever is tried in whatever order: refused or done, the case stays one, and its clocks stand exactly while it waits or is done.</summary>
    [Fact]
    public void Drawn_histories_stay_cases()
    {
        for (int seed = 0; seed < 5_000; seed++)
        {
            var random = new Random(seed);
            Case handled = After();
            var spent = Duration.Zero;
            for (int i = 0; i < 30; i++)
            {
                DateTimeOffset at = handled.Moments[^1].At.AddMinutes(random.Next(0, 90));
                CaseMoment moment = Drawn(random, at);
                if (handled.Fault(moment) is not null)
                {
                    Assert.Throws<InvalidOperationException>(() => handled.After(moment));
                    continue;
                }

                spent += handled.State is CaseState.New or CaseState.Open ? Duration.FromTimeSpan(at - handled.Moments[^1].At) : Duration.Zero;
                handled = handled.After(moment);
                Assert.Equal(handled.State == CaseState.Waiting, handled.WaitsFor is not null);
                if (handled.State == CaseState.Merged)
                {
                    break;
                }

                Assert.Equal(handled.State is CaseState.Resolved or CaseState.Closed, handled.ResolvedAt is not null);
                Assert.True(handled.State != CaseState.Open || handled.Handler is not null, "Open is what somebody has.");
                Assert.True(handled.ResolvedAt is null || (handled.AnsweredAt is not null && handled.Cause is not null && handled.Action is not null), "Resolved without a word.");
                SlaClock clock = SlaClocks.At(Moments(handled), Instant.FromDateTimeOffset(at))[1];
                Assert.Equal(spent, clock.Spent);
                Assert.Equal(
                    handled.State switch { CaseState.Waiting => SlaState.Paused, CaseState.Resolved or CaseState.Closed => SlaState.Done, _ => SlaState.Running },
                    clock.State);
            }

            Assert.Equal((handled.State, handled.Handler, handled.Reopenings), Of(handled));
        }

        static (CaseState State, long? Handler, int Reopenings) Of(Case handled)
        {
            Case again = Case.Of(handled.Code, handled.Moments);
            return (again.State, again.Handler, again.Reopenings);
        }
    }

    private static CaseMoment Drawn(Random random, DateTimeOffset at) => random.Next(16) switch
    {
        0 => new CaseMoment.Assigned(at, 1, random.Next(3) == 0 ? null : random.Next(9)),
        1 => new CaseMoment.Moved(at, 1, "other"),
        2 => new CaseMoment.Prioritized(at, 1, (CasePriority)random.Next(4)),
        3 => new CaseMoment.Noted(at, 1, "note", []),
        4 => new CaseMoment.Joined(at, 1, random.Next(5)),
        5 or 6 => new CaseMoment.Answered(at, 1, "answer", null),
        7 => new CaseMoment.Replied(at, "reply"),
        8 => new CaseMoment.Waited(at, 1, (WaitsFor)random.Next(2)),
        9 => new CaseMoment.Resumed(at, 1),
        10 => new CaseMoment.Resolved(at, 1, "cause", "action"),
        11 => random.Next(2) == 0 ? new CaseMoment.Closed(at, 1) : new CaseMoment.Reopened(at, 1, "again"),
        12 => new CaseMoment.Escalated(at, (SlaTarget)random.Next(2), random.Next(1, 4), [], random.Next(2) == 0 ? null : CasePriority.Urgent),
        13 => new CaseMoment.Rated(at, random.Next(0, 7), null),
        14 => random.Next(2) == 0 ? new CaseMoment.Absorbed(at, 1, "C3") : new CaseMoment.Released(at, 1, "C3"),
        _ => random.Next(8) == 0 ? new CaseMoment.Merged(at, 1, "C2") : new CaseMoment.Opened(at, 1, 1, null, CasePriority.Low, null),
    };

    private static Case After(params CaseMoment[] moments) => Case.Of("C1", [Opened, .. moments]);

    private static DateTimeOffset Hour(double hours) => Begin.AddHours(hours);

    private static IReadOnlyList<SlaMoment> Moments(Case handled) => CaseClocks.MomentsOf(
        handled, _ => BusinessCalendar.Always, (_, _) => [new(SlaTarget.Answer, Duration.FromHours(24)), new(SlaTarget.Resolution, Duration.FromHours(72))]);
}
