using System.Data.Common;
using System.Text;
using Tajriba.Kernel.Storage;
using Tajriba.Kernel.Telemetry;

namespace Tajriba.Kernel.Log;

internal sealed partial class ExperienceLog
{
    public Task<AppendResult> AppendAsync(IReadOnlyList<NewEvent> events, CancellationToken cancellationToken = default)
    {
        Check(events);
        return events.Count == 0
            ? Task.FromResult(new AppendResult(0, 0, Head))
            : database.WriteAsync((transaction, cancel) => AppendCheckedAsync(transaction, events, cancel), cancellationToken);
    }

    public async Task<AppendResult> AppendAsync(DbTransaction transaction, IReadOnlyList<NewEvent> events, CancellationToken cancellationToken = default)
    {
        Check(events);
        return events.Count == 0 ? new AppendResult(0, 0, Head) : await AppendCheckedAsync(transaction, events, cancellationToken);
    }

    /// <summary>Writes rows as received now. Receipts ascend with positions, also where this clock is behind the one before or was set back.</summary>
    internal Task WriteAsync(DbTransaction transaction, LogTransaction state, RowBuffer rows, ObjectTable objects, CancellationToken cancellationToken)
    {
        state.Received = Math.Max(state.Received, Microseconds.Of(time.GetUtcNow()));
        return Store.WriteAsync(transaction, state, rows, objects, cancellationToken);
    }

    internal static void Count(long added, long known)
    {
        TajribaTelemetry.EventsAppended.Add(added);
        TajribaTelemetry.EventsKnown.Add(known);
    }

    private static void Check(IReadOnlyList<NewEvent> events)
    {
        foreach (var item in events)
        {
            EventRules.Check(item);
        }
    }

    private async Task<AppendResult> AppendCheckedAsync(DbTransaction transaction, IReadOnlyList<NewEvent> events, CancellationToken cancellationToken)
    {
        var state = await StateOfAsync(transaction, cancellationToken);
        var fresh = await ClaimAsync(transaction, state, events, cancellationToken);
        var rows = new RowBuffer();
        var objects = new ObjectTable();
        foreach (var item in events.Where((_, i) => fresh[i]))
        {
            await AddAsync(transaction, state, item, rows, objects, cancellationToken);
        }

        if (rows.Count > 0)
        {
            var pending = objects.Unresolved;
            var numbers = await Store.ResolveAsync(transaction, state, [.. pending.Select(p => (p.Type, p.Utf8Id))], cancellationToken);
            objects.Resolve(numbers, [.. pending.Select(p => p.Type)]);
            await WriteAsync(transaction, state, rows, objects, cancellationToken);
            await Store.SaveHeadAsync(transaction, state, cancellationToken);
        }

        var known = events.Count - rows.Count;
        transaction.OnCommitted(() => Count(rows.Count, known));
        return new AppendResult(rows.Count, known, state.Position);
    }

    /// <summary>Which of the events are new: not in the log, and the first of their id among these.</summary>
    private async Task<bool[]> ClaimAsync(DbTransaction transaction, LogTransaction state, IReadOnlyList<NewEvent> events, CancellationToken cancellationToken)
    {
        var fresh = new bool[events.Count];
        foreach (var group in Enumerable.Range(0, events.Count).GroupBy(i => events[i].Source, StringComparer.Ordinal))
        {
            var source = await names.InternAsync(transaction, state, NameKind.Source, group.Key, cancellationToken);
            if (await IsTakenAsync(transaction, source, cancellationToken))
            {
                throw new ArgumentException($"Source: {group.Key} belongs to bulk appends or live events. Tell single events under another source.", nameof(events));
            }

            var first = group.DistinctBy(i => events[i].Id, StringComparer.Ordinal).ToArray();
            var claimed = await Store.ClaimAsync(transaction, source, [.. first.Select(i => events[i].Id)], cancellationToken);
            for (var i = 0; i < first.Length; i++)
            {
                fresh[first[i]] = claimed[i];
            }
        }

        return fresh;
    }

    /// <summary>Whether a source's ids are kept otherwise than one by one.</summary>
    internal static async Task<bool> IsTakenAsync(DbTransaction transaction, int source, CancellationToken cancellationToken)
        => await transaction.Command(
            "select (select count(*) from log_bulk_source where source = @source) + (select count(*) from log_live_source where source = @source)",
            ("source", source)).ScalarAsync<long>(cancellationToken) > 0;

    /// <summary>Whether a source has told by any road, for one that is new to bulk appends or live events.</summary>
    internal static async Task<bool> HasToldAsync(DbTransaction transaction, int source, CancellationToken cancellationToken)
        => await IsTakenAsync(transaction, source, cancellationToken)
            || await transaction.Command("select count(*) from (select 1 from log_known where source = @source limit 1) t", ("source", source)).ScalarAsync<long>(cancellationToken) > 0;

    private async Task AddAsync(DbTransaction transaction, LogTransaction state, NewEvent item, RowBuffer rows, ObjectTable objects, CancellationToken cancellationToken)
    {
        Task<int> Code(NameKind kind, string? name)
            => string.IsNullOrEmpty(name) ? Task.FromResult(0) : names.InternAsync(transaction, state, kind, name, cancellationToken);

        var handles = new long[item.Objects.Count];
        var qualifiers = new int[item.Objects.Count];
        for (var i = 0; i < handles.Length; i++)
        {
            var reference = item.Objects[i];
            handles[i] = objects.Handle(await Code(NameKind.ObjectType, reference.Type), Encoding.UTF8.GetBytes(reference.Id));
            qualifiers[i] = await Code(NameKind.Qualifier, reference.Qualifier);
        }

        var row = new RowBuffer.Row
        {
            IdText = item.Id,
            Time = Microseconds.Of(item.Time),
            Source = await Code(NameKind.Source, item.Source),
            Name = await Code(NameKind.Event, item.Name),
            Channel = await Code(NameKind.Channel, item.Channel),
            Unit = await Code(NameKind.Unit, item.Unit),
        };
        rows.Add(row, handles, qualifiers, item.Attributes is null ? [] : Encoding.UTF8.GetBytes(item.Attributes));
    }
}
