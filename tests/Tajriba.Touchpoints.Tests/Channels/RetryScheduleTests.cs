using Tajriba.Touchpoints.Channels.Webhooks.Sending;

namespace Tajriba.Touchpoints.Tests.Channels;

public sealed class RetryScheduleTests
{
    [Fact]
    public void Ten_attempts_go_over_three_days_with_pauses_up_to_a_tenth_longer()
    {
        TimeSpan[] pauses =
        [
            new(0, 0, 5), new(0, 5, 0), new(0, 30, 0), new(2, 0, 0), new(5, 0, 0), new(10, 0, 0), new(14, 0, 0), new(20, 0, 0), new(24, 0, 0),
        ];
        var schedule = new RetrySchedule(new Random(7));
        for (var failed = 1; failed < RetrySchedule.Attempts; failed++)
        {
            TimeSpan pause = schedule.After(failed)!.Value;
            Assert.InRange(pause, pauses[failed - 1], pauses[failed - 1] * 1.1);
        }

        Assert.Null(schedule.After(RetrySchedule.Attempts));
        Assert.Throws<ArgumentOutOfRangeException>(() => schedule.After(0));
    }

    [Fact]
    public void Attempts_that_failed_together_are_not_made_together()
    {
        var schedule = new RetrySchedule(new Random(7));
        Assert.True(Enumerable.Range(0, 100).Select(_ => schedule.After(1)).Distinct().Count() > 90);
    }
}
