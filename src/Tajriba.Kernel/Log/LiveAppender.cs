using System.Data.Common;
using System.Text;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Log;

/// <summary>Appends live events over either database. Objects and codes stay in memory from one append to the next.</summary>
internal sealed class LiveAppender(ExperienceLog log, IDatabase database, IEnumerable<IAttributeInterest> interests) : ILiveAppender, IDisposable
{
    /// <summary>Objects kept by id, in two generations of this many.</summary>
    private const int Remembered = 1 << 18;

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly KnownIds ids = new(log.Store, log.IdFilters);
    private readonly RowBuffer rows = new();
    private readonly HashSet<int> own = [];
    private readonly IAttributeInterest[] interests = [.. interests];
    private ObjectTable objects = new(Remembered);

    public async Task<AppendResult> AppendAsync(IReadOnlyList<LiveEvent> events, Func<DbTransaction, CancellationToken, Task>? alongside = null, CancellationToken cancellationToken = default)
    {
        for (var i = 0; i < events.Count; i++)
        {
            EventRules.Check(events[i]);
        }

        await turn.WaitAsync(cancellationToken);
        try
        {
            var (added, position) = await database.WriteAsync(
                async (transaction, cancel) =>
                {
                    var done = events.Count == 0 ? (0, log.Head) : await WriteAsync(transaction, events, cancel);
                    if (alongside is not null)
                    {
                        await alongside(transaction, cancel);
                    }

                    return done;
                },
                cancellationToken);
            ids.Keep(position);
            log.Recent.Add(position - added + 1, rows, objects);
            objects.Settle();
            ExperienceLog.Count(added, events.Count - added);
            return new AppendResult(added, events.Count - added, position);
        }
        catch
        {
            // Numbers and sources that were made are not in the database.
            ids.Undo();
            objects = new ObjectTable(Remembered);
            own.Clear();
            throw;
        }
        finally
        {
            rows.Clear();
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    /// <summary>Codes of the sources that tell live.</summary>
    internal static async Task<HashSet<int>> SourcesAsync(DbTransaction transaction, CancellationToken cancellationToken)
        => [.. await transaction.Command("select source from log_live_source").ListAsync(r => r.GetInt32(0), cancellationToken)];

    private async Task<(int Added, long Position)> WriteAsync(DbTransaction transaction, IReadOnlyList<LiveEvent> events, CancellationToken cancellationToken)
    {
        var state = await log.StateOfAsync(transaction, cancellationToken);
        await ids.CatchUpAsync(transaction, state.Position, cancellationToken);
        var codes = new NameCodes(log.Dictionary, transaction, state);
        var sources = new int[events.Count];
        for (var i = 0; i < sources.Length; i++)
        {
            sources[i] = codes.Find(NameKind.Source, events[i].Source) is > 0 and var code ? code : await codes.MakeAsync(NameKind.Source, events[i].Source, cancellationToken);
            if (!own.Contains(sources[i]))
            {
                await TakeSourceAsync(transaction, sources[i], events[i].Source, cancellationToken);
            }
        }

        var hashes = new ulong[events.Count];
        for (var i = 0; i < hashes.Length; i++)
        {
            hashes[i] = IdHash.Of(sources[i], events[i].Id);
        }

        var fresh = await ids.ClaimAsync(transaction, state, events, sources, hashes, cancellationToken);
        for (var i = 0; i < fresh.Length; i++)
        {
            if (fresh[i])
            {
                await codes.MakeAsync(events[i], cancellationToken);
                Add(codes, events[i], sources[i], hashes[i]);
            }
        }

        if (rows.Count > 0)
        {
            await ResolveAsync(transaction, state, cancellationToken);
            await log.WriteAsync(transaction, state, rows, objects, cancellationToken);
            await log.Store.SaveHeadAsync(transaction, state, cancellationToken);
        }

        return (rows.Count, state.Position);
    }

    private void Add(NameCodes codes, LiveEvent item, int source, ulong hash)
    {
        Span<long> handles = item.Objects.Count <= 16 ? stackalloc long[item.Objects.Count] : new long[item.Objects.Count];
        Span<int> qualifiers = item.Objects.Count <= 16 ? stackalloc int[item.Objects.Count] : new int[item.Objects.Count];
        Span<byte> utf8 = stackalloc byte[EventRules.MaxObjectIdBytes];
        for (var i = 0; i < handles.Length; i++)
        {
            var reference = item.Objects[i];
            handles[i] = objects.Handle(codes.Find(NameKind.ObjectType, reference.Type), utf8[..Encoding.UTF8.GetBytes(reference.Id, utf8)]);
            qualifiers[i] = codes.Find(NameKind.Qualifier, reference.Qualifier);
        }

        var row = new RowBuffer.Row
        {
            IdText = item.Id,
            IdHash = hash,
            IsWanted = IsWanted(item.Attributes.Span),
            Time = item.Time,
            Source = source,
            Name = codes.Find(NameKind.Event, item.Name),
            Channel = codes.Find(NameKind.Channel, item.Channel),
            Unit = codes.Find(NameKind.Unit, item.Unit),
        };
        rows.Add(row, handles, qualifiers, item.Attributes.Span);
    }

    private bool IsWanted(ReadOnlySpan<byte> attributes)
    {
        foreach (var interest in interests)
        {
            if (interest.Wants(attributes))
            {
                return true;
            }
        }

        return false;
    }

    private async Task ResolveAsync(DbTransaction transaction, LogTransaction state, CancellationToken cancellationToken)
    {
        var pending = objects.Unresolved;
        if (pending.Count > 0)
        {
            var numbers = await log.Store.ResolveAsync(transaction, state, [.. pending.Select(p => (p.Type, p.Utf8Id))], cancellationToken);
            objects.Resolve(numbers, [.. pending.Select(p => p.Type)]);
        }
    }

    private async Task TakeSourceAsync(DbTransaction transaction, int source, string name, CancellationToken cancellationToken)
    {
        if ((await SourcesAsync(transaction, cancellationToken)).Contains(source))
        {
            own.Add(source);
            return;
        }

        if (await ExperienceLog.HasToldAsync(transaction, source, cancellationToken))
        {
            throw new ArgumentException($"Source: {name} has told events by another road; live events need a source of their own.", nameof(name));
        }

        await transaction.Command("insert into log_live_source (source) values (@source)", ("source", source)).RunAsync(cancellationToken);
        own.Add(source);
    }
}
