using System.Data.Common;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Log;

internal sealed partial class BulkAppend(ExperienceLog log, IDatabase database, string source, long? highWater) : IBulkAppend
{
    private readonly RowBuffer rows = new();
    private readonly ObjectTable objects = new();
    private readonly Dictionary<(NameKind, string), int> codes = [];
    private readonly List<(NameKind Kind, string Name)> meanings = [];
    private long last = highWater ?? long.MinValue;
    private long countedKnown;
    private int numbered;
    private bool ended;

    public long? HighWater { get; private set; } = highWater;

    public int Pending => rows.Count;

    public long Added { get; private set; }

    public long Known { get; private set; }

    public int Source(string name) => Code(NameKind.Source, name, 100);

    public int EventName(string name) => Code(NameKind.Event, name, 200);

    public int Channel(string? name) => name is null ? 0 : Code(NameKind.Channel, name, 100);

    public int Unit(string? code) => code is null ? 0 : Code(NameKind.Unit, code, 100);

    public int ObjectType(string type) => Code(NameKind.ObjectType, type, 100);

    public int Qualifier(string? name) => string.IsNullOrEmpty(name) ? 0 : Code(NameKind.Qualifier, name, 100);

    public long Object(int type, ReadOnlySpan<byte> utf8Id)
    {
        Demand(NameKind.ObjectType, type, nameof(type));
        if (objects.TryFind(type, utf8Id, out var handle))
        {
            return handle;
        }

        EventRules.Utf8Id(utf8Id);
        return objects.Add(type, utf8Id);
    }

    public void Add(long idNumber, int eventName, long timeMicroseconds, int channel, int unit, ReadOnlySpan<long> objects, ReadOnlySpan<byte> utf8Attributes, ReadOnlySpan<int> qualifiers = default)
    {
        ObjectDisposedException.ThrowIf(ended, this);
        if (idNumber <= last)
        {
            Known++;
            return;
        }

        Check(eventName, timeMicroseconds, channel, unit, objects, utf8Attributes, qualifiers);
        rows.Add(new RowBuffer.Row { IdNumber = idNumber, Name = eventName, Time = timeMicroseconds, Channel = channel, Unit = unit }, objects, qualifiers, utf8Attributes);
        last = idNumber;
        numbered++;
    }

    public async Task CommitAsync(Func<DbTransaction, CancellationToken, Task>? alongside = null, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(ended, this);
        if (rows.Count == 0 && alongside is null)
        {
            return;
        }

        ended = true;
        await database.WriteAsync(
            async (transaction, cancel) =>
            {
                if (rows.Count > 0)
                {
                    await WriteAsync(transaction, cancel);
                    Added += rows.Count;
                }

                if (alongside is not null)
                {
                    await alongside(transaction, cancel);
                }
            },
            cancellationToken);
        ended = false;
        ExperienceLog.Count(rows.Count, Known - countedKnown);
        countedKnown = Known;
        if (numbered > 0)
        {
            HighWater = last;
            numbered = 0;
        }

        var wrote = rows.Count > 0;
        rows.Clear();
        if (wrote)
        {
            await log.Merger.MergeIfManyAsync(cancellationToken);
        }
    }

    public ValueTask DisposeAsync()
    {
        ended = true;
        return ValueTask.CompletedTask;
    }

    private async Task WriteAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        var state = await log.StateOfAsync(transaction, cancellationToken);
        var own = 0;
        if (numbered > 0)
        {
            own = await log.Dictionary.InternAsync(transaction, state, NameKind.Source, source, cancellationToken);
            await TakeSourceAsync(transaction, own, cancellationToken);
        }

        var real = new int[meanings.Count + 1];
        for (var i = 0; i < meanings.Count; i++)
        {
            real[i + 1] = await log.Dictionary.InternAsync(transaction, state, meanings[i].Kind, meanings[i].Name, cancellationToken);
        }

        Recode(real, own);
        if (numbered < rows.Count)
        {
            await ClaimAsync(transaction, cancellationToken);
        }

        var pending = objects.Unresolved;
        var types = new int[pending.Count];
        var wanted = new (int, byte[])[pending.Count];
        for (var i = 0; i < types.Length; i++)
        {
            types[i] = real[pending[i].Type];
            wanted[i] = (types[i], pending[i].Utf8Id);
        }

        objects.Resolve(await log.Store.ResolveAsync(transaction, state, wanted, cancellationToken), types);
        if (rows.Count > 0)
        {
            await log.WriteAsync(transaction, state, rows, objects, cancellationToken);
        }

        await log.Store.SaveHeadAsync(transaction, state, cancellationToken);
    }

    /// <summary>From this append's codes to the log's.</summary>
    private void Recode(int[] real, int own)
    {
        foreach (ref var row in rows.Rows)
        {
            row.Source = row.IdText is null ? own : real[row.Source];
            row.Name = real[row.Name];
            row.Channel = real[row.Channel];
            row.Unit = real[row.Unit];
        }

        foreach (ref var qualifier in rows.Qualifiers)
        {
            qualifier = real[qualifier];
        }
    }

    private async Task TakeSourceAsync(DbTransaction transaction, int code, CancellationToken cancellationToken)
    {
        var stored = await transaction.Command("select high_water from log_bulk_source where source = @source", ("source", code)).ScalarAsync<long?>(cancellationToken);
        if (stored != HighWater)
        {
            throw new SourceTakenException(source);
        }

        if (stored is not null)
        {
            await transaction.Command("update log_bulk_source set high_water = @last where source = @source", ("source", code), ("last", last)).RunAsync(cancellationToken);
            return;
        }

        if (await ExperienceLog.HasToldAsync(transaction, code, cancellationToken))
        {
            throw new InvalidOperationException($"Source {source} has told events singly or live; a bulk append needs a source of its own.");
        }

        await transaction.Command("insert into log_bulk_source (source, high_water) values (@source, @last)", ("source", code), ("last", last)).RunAsync(cancellationToken);
    }

    private int Code(NameKind kind, string name, int maxLength)
    {
        if (!codes.TryGetValue((kind, name), out var code))
        {
            EventRules.Text(name, kind.ToString(), maxLength);
            meanings.Add((kind, name));
            code = meanings.Count;
            codes.Add((kind, name), code);
        }

        return code;
    }

    private void DemandQualifiers(ReadOnlySpan<int> qualifiers, int objectCount)
    {
        if (qualifiers.Length != objectCount)
        {
            throw new ArgumentException("One qualifier for each object, or none at all.", nameof(qualifiers));
        }

        foreach (var qualifier in qualifiers)
        {
            if (qualifier != 0)
            {
                Demand(NameKind.Qualifier, qualifier, nameof(qualifiers));
            }
        }
    }

    private void Demand(NameKind kind, int code, string parameter)
    {
        if ((uint)(code - 1) >= (uint)meanings.Count || meanings[code - 1].Kind != kind)
        {
            throw new ArgumentOutOfRangeException(parameter, code, "Not a code of this append.");
        }
    }
}
