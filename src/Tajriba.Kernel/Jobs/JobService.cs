using Microsoft.Extensions.Hosting;
using Quartz;
using Quartz.Extensibility;

namespace Tajriba.Kernel.Jobs;

/// <summary>The scheduler: Quartz in memory, within this process.</summary>
internal sealed class JobService(IEnumerable<JobRegistration> jobs, JobRunner runner, TimeProvider time) : IHostedService
{
    private IScheduler? scheduler;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var registered = jobs.ToDictionary(j => j.Name, StringComparer.Ordinal);
        if (registered.Count == 0)
        {
            return;
        }

        scheduler = await QuartzSchedulerBuilder
            .Create(builder => builder.UseTimeProvider(time).UseJobFactory(new Factory(registered, runner)))
            .BuildScheduler(cancellationToken);
        foreach (var job in registered.Values)
        {
            await scheduler.ScheduleJob(
                JobBuilder.Create<Run>().WithIdentity(job.Name).Build(),
                TriggerBuilder.Create(time).WithIdentity(job.Name).StartAt(time.GetUtcNow() + job.Schedule.First).WithSchedule(job.Schedule.Build()).Build(),
                ScheduleJobOptions.Replacing,
                cancellationToken);
        }

        await scheduler.Start(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (scheduler is not null)
        {
            await scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken);
        }
    }

    private sealed class Factory(Dictionary<string, JobRegistration> jobs, JobRunner runner) : IJobFactory
    {
        public ValueTask<JobScope> CreateJob(TriggerFiredBundle bundle, IScheduler scheduler, CancellationToken cancellationToken = default)
            => ValueTask.FromResult(new JobScope(new Run(jobs[bundle.JobDetail.Key.Name], runner), null));

        public ValueTask ReturnJob(JobScope scope, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
    }

    [DisallowConcurrentExecution]
    private sealed class Run(JobRegistration job, JobRunner runner) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
            => await runner.RunAsync(job, context.ScheduledFireTimeUtc ?? context.FireTimeUtc, cancellationToken);
    }
}
