using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Jobs;

/// <summary>Runs a job for one firing of its schedule, unless another node has taken that firing.</summary>
internal sealed partial class JobRunner(IDatabase database, INodeLocks locks, IServiceScopeFactory scopes, TimeProvider time, ILogger<JobRunner> logger)
{
    public async Task<bool> RunAsync(JobRegistration job, DateTimeOffset fired, CancellationToken cancellationToken)
    {
        await using var held = await locks.TryTakeAsync("job:" + job.Name, cancellationToken);
        if (held is null || !await ClaimAsync(job.Name, Microseconds.Of(fired), cancellationToken))
        {
            return false;
        }

        string? error = null;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await ((IScheduledJob)scope.ServiceProvider.GetRequiredService(job.Type)).RunAsync(cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            error = e.Message;
            Failed(logger, job.Name, e);
        }

        await database.WriteAsync(
            (transaction, cancel) => transaction.Command(
                "update kernel_job set ended = @ended, error = @error where name = @name",
                ("name", job.Name), ("ended", Microseconds.Of(time.GetUtcNow())), ("error", error)).RunAsync(cancel),
            cancellationToken);
        return true;
    }

    /// <summary>
    /// Nodes' schedules of the same job fire a moment apart; the second within that moment finds it taken. A firing taken long
    /// after this one was taken by a clock that has been set back since, and is none to wait for.
    /// </summary>
    private async Task<bool> ClaimAsync(string name, long fired, CancellationToken cancellationToken)
    {
        const long Moment = 500_000;
        const long Long = 60_000_000;
        return await database.WriteAsync(
            (transaction, cancel) => transaction.Command(
                "insert into kernel_job (name, fired) values (@name, @fired) on conflict (name) do update set fired = excluded.fired where kernel_job.fired < @before or kernel_job.fired > @after",
                ("name", name), ("fired", fired), ("before", fired - Moment), ("after", fired + Long)).RunAsync(cancel),
            cancellationToken) == 1;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Name} failed; it runs again by its schedule")]
    private static partial void Failed(ILogger logger, string name, Exception exception);
}
