using System.Data.Common;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Log;

internal sealed partial class BulkAppend
{
    public void AddNamed(
        int source, string id, int eventName, long timeMicroseconds, int channel, int unit,
        ReadOnlySpan<long> objects, ReadOnlySpan<byte> utf8Attributes, ReadOnlySpan<int> qualifiers = default)
    {
        ObjectDisposedException.ThrowIf(ended, this);
        Demand(NameKind.Source, source, nameof(source));
        EventRules.Text(id, nameof(NewEvent.Id), 100);
        Check(eventName, timeMicroseconds, channel, unit, objects, utf8Attributes, qualifiers);
        rows.Add(new RowBuffer.Row { IdText = id, Source = source, Name = eventName, Time = timeMicroseconds, Channel = channel, Unit = unit }, objects, qualifiers, utf8Attributes);
    }

    private void Check(int eventName, long timeMicroseconds, int channel, int unit, ReadOnlySpan<long> objects, ReadOnlySpan<byte> utf8Attributes, ReadOnlySpan<int> qualifiers)
    {
        Demand(NameKind.Event, eventName, nameof(eventName));
        ArgumentOutOfRangeException.ThrowIfLessThan(timeMicroseconds, Microseconds.Min);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(timeMicroseconds, Microseconds.Max);
        if (channel != 0)
        {
            Demand(NameKind.Channel, channel, nameof(channel));
        }

        if (unit != 0)
        {
            Demand(NameKind.Unit, unit, nameof(unit));
        }

        if (objects.Length is < 1 or > EventRules.MaxObjects)
        {
            throw new ArgumentException($"An event concerns 1 to {EventRules.MaxObjects} objects.", nameof(objects));
        }

        foreach (var handle in objects)
        {
            if (!this.objects.IsHandle(handle))
            {
                throw new ArgumentException("Not a handle of this append.", nameof(objects));
            }
        }

        if (!qualifiers.IsEmpty)
        {
            DemandQualifiers(qualifiers, objects.Length);
        }

        if (!utf8Attributes.IsEmpty && EventAttributes.Fault(utf8Attributes) is { } fault)
        {
            throw new ArgumentException($"{nameof(NewEvent.Attributes)}: {fault}.", nameof(utf8Attributes));
        }
    }

    /// <summary>Leaves out the named rows whose id the log has, and all but the first of those that share one.</summary>
    private async Task ClaimAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        var fresh = new bool[rows.Count];
        foreach (var (code, ids) in IdsBySource(fresh))
        {
            if (await ExperienceLog.IsTakenAsync(transaction, code, cancellationToken))
            {
                throw new InvalidOperationException("The ids of this source ascend or are told live; named events need another source.");
            }

            // In order, so that the index is walked and not jumped about in.
            ids.Sort(static (a, b) => string.CompareOrdinal(a.Id, b.Id) is var order and not 0 ? order : a.Row.CompareTo(b.Row));
            var first = ids.Where((item, i) => i == 0 || item.Id != ids[i - 1].Id).ToArray();
            var claimed = await log.Store.ClaimAsync(transaction, code, [.. first.Select(f => f.Id)], cancellationToken);
            for (var i = 0; i < first.Length; i++)
            {
                fresh[first[i].Row] = claimed[i];
            }
        }

        Known += rows.Keep(fresh);
    }

    /// <summary>The named rows by source; marks the numbered ones as fresh.</summary>
    private Dictionary<int, List<(string Id, int Row)>> IdsBySource(bool[] fresh)
    {
        var bySource = new Dictionary<int, List<(string, int)>>();
        var all = rows.Rows;
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i].IdText is not { } id)
            {
                fresh[i] = true;
            }
            else if (bySource.TryGetValue(all[i].Source, out var ids))
            {
                ids.Add((id, i));
            }
            else
            {
                bySource.Add(all[i].Source, [(id, i)]);
            }
        }

        return bySource;
    }
}
