using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Jobs;

internal sealed partial class BackgroundTasks(IDatabase database, INodeLocks locks, IServiceProvider services, TimeProvider time, ILogger<BackgroundTasks> logger) : IBackgroundTasks
{
    private const string Columns = "select id, kind, argument, state, done, total, rate, message, created, started, ended, error from kernel_task";
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim added = new(0, 1);

    public async Task<long> AddAsync(DbTransaction transaction, string kind, string argument, CancellationToken cancellationToken = default)
    {
        transaction.OnCommitted(Wake);
        return await transaction.Command(
            "insert into kernel_task (kind, argument, state, created) values (@kind, @argument, @state, @created) returning id",
            ("kind", kind), ("argument", argument), ("state", nameof(BackgroundTaskState.Queued)), ("created", Now())).ScalarAsync<long>(cancellationToken);
    }

    public Task<long> AddAsync(string kind, string argument, CancellationToken cancellationToken = default)
        => database.WriteAsync((transaction, cancel) => AddAsync(transaction, kind, argument, cancel), cancellationToken);

    public async Task<BackgroundTask?> FindAsync(long id, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return (await connection.Command(Columns + " where id = @id", ("id", id)).ListAsync(Map, cancellationToken)).FirstOrDefault();
    }

    public async Task<IReadOnlyList<BackgroundTask>> ListAsync(string? kind, int limit, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return kind is null
            ? await connection.Command(Columns + " order by id desc limit @limit", ("limit", limit)).ListAsync(Map, cancellationToken)
            : await connection.Command(Columns + " where kind = @kind order by id desc limit @limit", ("kind", kind), ("limit", limit)).ListAsync(Map, cancellationToken);
    }

    public async Task<bool> CancelAsync(long id, CancellationToken cancellationToken = default)
        => await database.WriteAsync(
            async (transaction, cancel) =>
            {
                // A queued task ends here; a running one is told at its next beat.
                var ended = await transaction.Command(
                    "update kernel_task set state = 'Cancelled', ended = @now where id = @id and state = 'Queued'", ("id", id), ("now", Now())).RunAsync(cancel);
                return ended + await transaction.Command("update kernel_task set cancelling = 1 where id = @id and state = 'Running'", ("id", id)).RunAsync(cancel);
            },
            cancellationToken) > 0;

    public async Task<BackgroundTask> RunAsync(long id, IProgress<BackgroundTask>? progress = null, CancellationToken cancellationToken = default)
    {
        await using var held = await locks.TryTakeAsync($"task:{id}", cancellationToken)
            ?? throw new InvalidOperationException($"Task {id} is being run elsewhere.");
        return await RunHeldAsync(id, progress, cancellationToken) ?? throw new InvalidOperationException($"Task {id} has ended or does not exist.");
    }

    /// <summary>Tasks that wait or were cut off, oldest first.</summary>
    public async Task<List<long>> OpenAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.Command("select id from kernel_task where state in ('Queued', 'Running') order by id").ListAsync(r => r.GetInt64(0), cancellationToken);
    }

    /// <summary>Runs a task unless somebody else does; never throws for the task's own failure.</summary>
    public async Task TryRunAsync(long id, CancellationToken cancellationToken)
    {
        await using var held = await locks.TryTakeAsync($"task:{id}", cancellationToken);
        if (held is not null)
        {
            await RunHeldAsync(id, null, cancellationToken);
            Wake();
        }
    }

    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => added.WaitAsync(atMost, cancellationToken);

    private static BackgroundTask Map(DbDataReader reader) => new(
        reader.GetInt64(0),
        reader.GetString(1),
        reader.GetString(2),
        Enum.Parse<BackgroundTaskState>(reader.GetString(3)),
        reader.GetInt64(4),
        reader.IsDBNull(5) ? null : reader.GetInt64(5),
        reader.GetDouble(6),
        reader.IsDBNull(7) ? null : reader.GetString(7),
        Microseconds.ToTime(reader.GetInt64(8)),
        reader.IsDBNull(9) ? null : Microseconds.ToTime(reader.GetInt64(9)),
        reader.IsDBNull(10) ? null : Microseconds.ToTime(reader.GetInt64(10)),
        reader.IsDBNull(11) ? null : reader.GetString(11));

    private async Task<BackgroundTask?> RunHeldAsync(long id, IProgress<BackgroundTask>? progress, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { HasEnded: false } task)
        {
            return null;
        }

        await database.WriteAsync(
            (transaction, cancel) => transaction.Command(
                "update kernel_task set state = 'Running', started = @now, error = null where id = @id", ("id", id), ("now", Now())).RunAsync(cancel),
            cancellationToken);
        var run = new BackgroundTaskRun(task);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var work = Task.Run(() => HandlerOf(task.Kind).RunAsync(run, stop.Token), CancellationToken.None);
        var cancelled = await BeatAsync(run, work, stop, progress, cancellationToken);
        try
        {
            await work;
            await EndAsync(run, BackgroundTaskState.Done, null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested && !cancelled)
        {
            throw;
        }
        catch (OperationCanceledException) when (cancelled)
        {
            await EndAsync(run, BackgroundTaskState.Cancelled, null);
        }
        catch (Exception e)
        {
            Failed(logger, id, task.Kind, e);
            await EndAsync(run, BackgroundTaskState.Failed, e.Message);
        }

        var ended = await FindAsync(id, CancellationToken.None);
        progress?.Report(ended!);
        return ended;
    }

    private IBackgroundTaskHandler HandlerOf(string kind)
        => services.GetServices<IBackgroundTaskHandler>().FirstOrDefault(h => h.Kind == kind)
            ?? throw new InvalidOperationException($"Nothing does tasks of kind {kind}.");

    /// <summary>Writes the progress while the work goes on; true where a person asked to stop it.</summary>
    private async Task<bool> BeatAsync(BackgroundTaskRun run, Task work, CancellationTokenSource stop, IProgress<BackgroundTask>? progress, CancellationToken cancellationToken)
    {
        var cancelled = false;
        var rate = 0.0;
        var (before, at) = (run.Progress.Done, time.GetTimestamp());
        while (!work.IsCompleted)
        {
            await Task.WhenAny(work, Task.Delay(Beat, time, cancellationToken));
            var now = time.GetTimestamp();
            var state = run.Progress;
            var elapsed = time.GetElapsedTime(at, now).TotalSeconds;
            if (work.IsCompleted || elapsed <= 0)
            {
                break;
            }

            if (cancellationToken.IsCancellationRequested)
            {
                await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
            }

            var latest = (state.Done - before) / elapsed;
            rate = rate == 0 ? latest : (0.7 * rate) + (0.3 * latest);
            (before, at) = (state.Done, now);
            if (await SaveAsync(run.Id, state, Math.Max(0, rate)) && !cancelled)
            {
                cancelled = true;
                await stop.CancelAsync();
            }

            if (progress is not null && await FindAsync(run.Id, CancellationToken.None) is { } task)
            {
                progress.Report(task);
            }
        }

        return cancelled;
    }

    private async Task<bool> SaveAsync(long id, BackgroundTaskProgress progress, double rate)
        => await database.WriteAsync((transaction, cancel) => transaction.Command(
            "update kernel_task set done = @done, total = @total, message = @message, rate = @rate where id = @id returning cancelling",
            ("id", id), ("done", progress.Done), ("total", progress.Total), ("message", progress.Message), ("rate", rate)).ScalarAsync<int>(cancel)) != 0;

    private async Task EndAsync(BackgroundTaskRun run, BackgroundTaskState state, string? error)
    {
        var progress = run.Progress;
        await database.WriteAsync((transaction, cancel) => transaction.Command(
            "update kernel_task set state = @state, ended = @now, error = @error, done = @done, total = @total, message = @message where id = @id",
            ("id", run.Id), ("state", state.ToString()), ("now", Now()), ("error", error), ("done", progress.Done), ("total", progress.Total), ("message", progress.Message))
            .RunAsync(cancel));
    }

    private long Now() => Microseconds.Of(time.GetUtcNow());

    private void Wake()
    {
        try
        {
            added.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody has already been told.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Task {Id} of kind {Kind} failed")]
    private static partial void Failed(ILogger logger, long id, string kind, Exception exception);
}
