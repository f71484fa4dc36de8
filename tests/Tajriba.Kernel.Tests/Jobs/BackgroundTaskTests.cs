using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Tajriba.Kernel.Jobs;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Tests.Jobs;

public sealed class SqliteBackgroundTaskTests() : BackgroundTaskTests(DatabaseProvider.Sqlite);

public sealed class PostgresBackgroundTaskTests() : BackgroundTaskTests(DatabaseProvider.Postgres);

public abstract class BackgroundTaskTests(DatabaseProvider provider)
{
    [SkippableFact]
    public async Task A_task_runs_and_tells_how_it_ended()
    {
        await using var database = await TestDatabase.CreateAsync(provider, configure: s => s.AddBackgroundTaskHandler<Counter>());
        var tasks = database.Get<IBackgroundTasks>();
        var done = await tasks.RunAsync(await tasks.AddAsync("count", "12"));
        Assert.Equal((BackgroundTaskState.Done, 12L, 12L, "counted"), (done.State, done.Done, done.Total, done.Message));
        var failed = await tasks.RunAsync(await tasks.AddAsync("count", "twelve"));
        Assert.Equal(BackgroundTaskState.Failed, failed.State);
        Assert.NotNull(failed.Error);
        var unknown = await tasks.RunAsync(await tasks.AddAsync("nothing", ""));
        Assert.Equal(BackgroundTaskState.Failed, unknown.State);
        Assert.Equal([unknown.Id, failed.Id, done.Id], (await tasks.ListAsync(null, 10)).Select(t => t.Id));
        await Assert.ThrowsAsync<InvalidOperationException>(() => tasks.RunAsync(done.Id));
    }

    [SkippableFact]
    public async Task A_task_cut_off_by_a_stop_resumes_with_the_next_start()
    {
        await using var database = await TestDatabase.CreateAsync(provider, configure: s => s.AddBackgroundTaskHandler<Waiting>());
        var tasks = database.Get<IBackgroundTasks>();
        var id = await tasks.AddAsync("wait", "");
        using (var stop = new CancellationTokenSource())
        {
            var run = tasks.RunAsync(id, cancellationToken: stop.Token);
            await database.Get<Waiting>().Started.Task;
            await Assert.ThrowsAsync<InvalidOperationException>(() => tasks.RunAsync(id));
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        }

        Assert.Equal(BackgroundTaskState.Running, (await tasks.FindAsync(id))!.State);
        await using var later = database.Open(configure: s => s.AddBackgroundTaskHandler<Counter>().AddSingleton<IBackgroundTaskHandler>(new Resuming()));
        var service = later.GetServices<IHostedService>().Single(s => s.GetType().Name == "BackgroundTaskService");
        await service.StartAsync(default);
        await Resuming.Ended.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await service.StopAsync(default);
    }

    [SkippableFact]
    public async Task A_person_can_stop_a_task()
    {
        await using var database = await TestDatabase.CreateAsync(provider, configure: s => s.AddBackgroundTaskHandler<Waiting>());
        var tasks = database.Get<IBackgroundTasks>();
        var queued = await tasks.AddAsync("wait", "");
        Assert.True(await tasks.CancelAsync(queued));
        Assert.False(await tasks.CancelAsync(queued));
        var id = await tasks.AddAsync("wait", "");
        var run = tasks.RunAsync(id);
        await database.Get<Waiting>().Started.Task;
        Assert.True(await tasks.CancelAsync(id));
        Assert.Equal(BackgroundTaskState.Cancelled, (await run).State);
    }

    public sealed class Counter : IBackgroundTaskHandler
    {
        public string Kind => "count";

        public Task RunAsync(BackgroundTaskRun run, CancellationToken cancellationToken)
        {
            var n = int.Parse(run.Argument);
            run.Report(n, n, "counted");
            return Task.CompletedTask;
        }
    }

    public sealed class Waiting : IBackgroundTaskHandler
    {
        public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Kind => "wait";

        public Task RunAsync(BackgroundTaskRun run, CancellationToken cancellationToken)
        {
            Started.TrySetResult();
            return Task.Delay(Timeout.Infinite, cancellationToken);
        }
    }

    private sealed class Resuming : IBackgroundTaskHandler
    {
        public static TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Kind => "wait";

        public Task RunAsync(BackgroundTaskRun run, CancellationToken cancellationToken)
        {
            if (run.Resumed)
            {
                Ended.TrySetResult();
            }

            return Task.CompletedTask;
        }
    }
}
