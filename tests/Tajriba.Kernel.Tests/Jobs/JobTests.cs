using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Tajriba.Kernel.Jobs;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Tests.Jobs;

public sealed class SqliteJobTests() : JobTests(DatabaseProvider.Sqlite);

public sealed class PostgresJobTests() : JobTests(DatabaseProvider.Postgres);

public abstract class JobTests(DatabaseProvider provider)
{
    [SkippableFact]
    public async Task A_job_runs_again_and_again_though_it_fails_once()
    {
        var bell = new Bell();
        await using var database = await TestDatabase.CreateAsync(provider, configure: s => s
            .AddSingleton(bell)
            .AddJob<Ringing>("test.ring", JobSchedule.Every(TimeSpan.FromMilliseconds(700))));
        var service = database.Services.GetServices<IHostedService>().Single(s => s.GetType().Name == "JobService");
        await service.StartAsync(default);
        for (var i = 0; i < 3; i++)
        {
            Assert.True(await bell.Rung.WaitAsync(TimeSpan.FromSeconds(60)));
        }

        await service.StopAsync(default);
    }

    [SkippableFact]
    public async Task Of_two_nodes_one_runs_a_firing()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var job = new JobRegistration("test.ring", typeof(Quiet), JobSchedule.Cron("0 0 3 * * ?"));
        var fired = new DateTimeOffset(2024, 1, 1, 3, 0, 0, TimeSpan.Zero);
        await using var first = database.Open(configure: s => s.AddTransient<Quiet>());
        await using var second = database.Open(configure: s => s.AddTransient<Quiet>());
        Assert.True(await first.GetRequiredService<JobRunner>().RunAsync(job, fired, default));
        Assert.False(await second.GetRequiredService<JobRunner>().RunAsync(job, fired.AddMilliseconds(3), default));
        Assert.True(await second.GetRequiredService<JobRunner>().RunAsync(job, fired.AddDays(1), default));
    }

    [SkippableTheory]
    [InlineData(-1)]
    [InlineData(-24)]
    public async Task Case12_A_job_runs_though_the_clock_was_set_back(int hours)
    {
        await using var database = await TestDatabase.CreateAsync(provider, configure: s => s.AddTransient<Quiet>());
        var job = new JobRegistration("test.ring", typeof(Quiet), JobSchedule.Every(TimeSpan.FromMinutes(5)));
        var fired = new DateTimeOffset(2024, 1, 1, 3, 0, 0, TimeSpan.Zero);
        var runner = database.Get<JobRunner>();
        Assert.True(await runner.RunAsync(job, fired, default));
        fired = fired.AddHours(hours);
        Assert.True(await runner.RunAsync(job, fired, default));
        Assert.False(await runner.RunAsync(job, fired.AddMilliseconds(3), default));
        Assert.False(await runner.RunAsync(job, fired.AddMilliseconds(-3), default));
        Assert.True(await runner.RunAsync(job, fired.AddMinutes(5), default));
    }

    public sealed class Bell
    {
        public SemaphoreSlim Rung { get; } = new(0);

        public int Calls { get; set; }
    }

    public sealed class Quiet : IScheduledJob
    {
        public Task RunAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    public sealed class Ringing(Bell bell) : IScheduledJob
    {
        public Task RunAsync(CancellationToken cancellationToken)
        {
            bell.Rung.Release();
            return bell.Calls++ == 0 ? throw new IOException("once") : Task.CompletedTask;
        }
    }
}
