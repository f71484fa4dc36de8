using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Log;

/// <summary>Drives one subscriber; of several nodes one at a time.</summary>
internal sealed class LogSubscriberRunner(ILogSubscriber subscriber, IExperienceLog log, IDatabase database, INodeLocks locks)
{
    private static readonly TimeSpan Busy = TimeSpan.FromMilliseconds(200);
    private readonly SemaphoreSlim turn = new(1, 1);
    private long position;

    public string Name => subscriber.Name;

    public TimeSpan LongestRest => subscriber.LongestRest;

    public string? LastError { get; set; }

    public long Position => Volatile.Read(ref position);

    /// <summary>Handles what there is now, not what comes meanwhile. False where another node is at it.</summary>
    public Task<bool> TryCatchUpAsync(CancellationToken cancellationToken) => WithLockAsync(CatchUpAsync, cancellationToken);

    public async Task CatchUpAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        while (!await TryCatchUpAsync(cancellationToken))
        {
            await Task.Delay(Busy, time, cancellationToken);
        }
    }

    public async Task RebuildAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        while (!await WithLockAsync(ResetAsync, cancellationToken))
        {
            await Task.Delay(Busy, time, cancellationToken);
        }
    }

    /// <summary>Reads the position that is kept in the database.</summary>
    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.Command("select position, resetting from kernel_subscriber where name = @name", ("name", Name))
            .ListAsync(r => (r.GetInt64(0), r.GetInt32(1)), cancellationToken);
        Volatile.Write(ref position, rows.Count == 0 ? 0 : rows[0].Item1);
        return rows.Count > 0 && rows[0].Item2 != 0;
    }

    private async Task<bool> WithLockAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            await using var held = await locks.TryTakeAsync("subscriber:" + Name, cancellationToken);
            if (held is null)
            {
                await LoadAsync(cancellationToken);
                return false;
            }

            await work(cancellationToken);
            return true;
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken))
        {
            await ForgetAsync(cancellationToken);
        }

        var head = log.Head;
        while (position < head)
        {
            var reached = await subscriber.HandleAsync(log, position, cancellationToken);
            if (reached <= position)
            {
                return;
            }

            await SaveAsync(reached, resetting: false, cancellationToken);
        }
    }

    private async Task ResetAsync(CancellationToken cancellationToken)
    {
        await SaveAsync(0, resetting: true, cancellationToken);
        await CatchUpAsync(cancellationToken);
    }

    private async Task ForgetAsync(CancellationToken cancellationToken)
    {
        await subscriber.ResetAsync(cancellationToken);
        await SaveAsync(0, resetting: false, cancellationToken);
    }

    private async Task SaveAsync(long reached, bool resetting, CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            (transaction, cancel) => transaction.Command(
                "insert into kernel_subscriber (name, position, resetting) values (@name, @position, @resetting) on conflict (name) do update set position = excluded.position, resetting = excluded.resetting",
                ("name", Name), ("position", reached), ("resetting", resetting ? 1 : 0)).RunAsync(cancel),
            cancellationToken);
        Volatile.Write(ref position, reached);
    }
}
