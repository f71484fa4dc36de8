using System.Data.Common;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Log;

/// <summary>The experience log over either database. One instance per process.</summary>
internal sealed partial class ExperienceLog : IExperienceLog, IBulkAppender
{
    private readonly IDatabase database;
    private readonly TimeProvider time;
    private readonly LogChanges changes;
    private readonly LogNames names;
    private readonly TailIndex tail = new();
    private long head = -1;

    public ExperienceLog(IDatabase database, TimeProvider time, LogChanges changes)
    {
        this.database = database;
        this.time = time;
        this.changes = changes;
        names = new LogNames(database);
        Store = LogStore.For(database);
        Merger = new TimelineMerger(database, this, time);
    }

    public ILogNames Names
    {
        get
        {
            _ = Head;
            return names;
        }
    }

    public long Head
    {
        get
        {
            if (Volatile.Read(ref head) < 0)
            {
                RefreshHead();
            }

            return Volatile.Read(ref head);
        }
    }

    internal LogStore Store { get; }

    internal TimelineMerger Merger { get; }

    internal RecentEvents Recent { get; } = new();

    internal IdFilters IdFilters { get; } = new();

    internal LogNames Dictionary => names;

    /// <summary>Takes in what other processes have appended to the same database.</summary>
    internal void RefreshHead()
    {
        using var connection = Blocking.Wait(() => database.OpenAsync().AsTask());
        using var command = connection.Command("select position from log_head where id = 1");
        var position = (long)command.ExecuteScalar()!;
        if (position != Volatile.Read(ref head))
        {
            names.Refresh();
            Advance(position);
        }
    }

    /// <summary>What a transaction has appended so far; the first call locks the head for it.</summary>
    internal async Task<LogTransaction> StateOfAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        var state = transaction.Kept<LogTransaction>(this);
        if (state is null)
        {
            state = await Store.LockHeadAsync(transaction, cancellationToken);
            transaction.Keep(this, state);
            transaction.OnCommitted(() => Committed(state));
        }

        return state;
    }

    private void Committed(LogTransaction state)
    {
        // A start beyond our head means that others have appended in between, with names that we may not know.
        if (state.NewNames.Count > 0 || state.Start != Volatile.Read(ref head))
        {
            try
            {
                names.Refresh();
            }
            catch (DbException)
            {
                // The append stands; the next look at the head takes the names in.
                return;
            }
        }

        Advance(state.Position);
    }

    private void Advance(long position)
    {
        var before = Volatile.Read(ref head);
        while (position > before)
        {
            var seen = Interlocked.CompareExchange(ref head, position, before);
            if (seen == before)
            {
                changes.Publish(position);
                return;
            }

            before = seen;
        }
    }
}
