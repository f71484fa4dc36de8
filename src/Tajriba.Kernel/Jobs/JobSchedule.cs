using Quartz;

namespace Tajriba.Kernel.Jobs;

/// <summary>When a job runs.</summary>
public sealed class JobSchedule
{
    private readonly Func<IScheduleBuilder> build;

    private JobSchedule(Func<IScheduleBuilder> build) => this.build = build;

    /// <summary>Again and again, first after one interval.</summary>
    public static JobSchedule Every(TimeSpan interval)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(interval, TimeSpan.Zero);
        return new(() => SimpleScheduleBuilder.Create().WithInterval(interval).RepeatForever()) { First = interval };
    }

    /// <summary>By Quartz's cron expression (seconds first: <c>0 30 3 * * ?</c>), in UTC.</summary>
    public static JobSchedule Cron(string expression) => new(() => CronScheduleBuilder.Create(expression).InTimeZone(TimeZoneInfo.Utc));

    internal TimeSpan First { get; private init; }

    internal IScheduleBuilder Build() => build();
}
