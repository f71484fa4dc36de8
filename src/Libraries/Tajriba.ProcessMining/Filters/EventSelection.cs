using System.Numerics;

namespace Tajriba.ProcessMining;

/// <summary>
/// Events chosen from a view, one bit per position. The chosen events' columns are put together when first asked for, so that a
/// graph of them costs no more than their activities.
/// </summary>
internal sealed class EventSelection
{
    private readonly LogView _from;
    private readonly ulong[] _bits;
    private int[]? _activities;
    private long[]? _times;
    private int[]? _events;

    private EventSelection(LogView from, ulong[] bits, int count)
    {
        _from = from;
        _bits = bits;
        Count = count;
    }

    /// <summary>Events chosen.</summary>
    public int Count { get; }

    public ReadOnlySpan<int> ActivityCodes => _activities ??= Gather<int, Values<int>>(new(_from.ActivityCodes));

    public ReadOnlySpan<long> Times => _times ??= Gather<long, Values<long>>(new(_from.Times));

    /// <summary>The log's event index of each.</summary>
    public ReadOnlySpan<int> Events => _events ??= Gather<int, Indices>(new(_from));

    /// <summary>The events of a view whose bits are set.</summary>
    public static EventSelection Of(LogView view, ulong[] bits, int count) => new(view, bits, count);

    /// <summary>Values that a column of the log has at the events chosen.</summary>
    public int[] ValuesOf(ReadOnlySpan<int> values)
    {
        ReadOnlySpan<int> events = Events;
        int[] to = GC.AllocateUninitializedArray<int>(events.Length);
        for (int i = 0; i < to.Length; i++)
        {
            to[i] = values[events[i]];
        }

        return to;
    }

    /// <summary>Room for a bit per position of a view.</summary>
    public static ulong[] Bits(LogView view) => new ulong[(view.ActivityCodesLength + 63) >> 6];

    /// <summary>The events of a view whose bits are set, without the cases that lose all of theirs.</summary>
    /// <param name="view">The view.</param>
    /// <param name="bits">A bit per position, the lowest of each number first.</param>
    public static LogView Keep(LogView view, ulong[] bits)
    {
        ReadOnlySpan<int> oldStarts = view.Starts;
        ReadOnlySpan<int> oldEnds = view.Ends;
        int n = 0;
        for (int i = 0; i < oldStarts.Length; i++)
        {
            n += CountBits(bits, oldStarts[i], oldEnds[i]) > 0 ? 1 : 0;
        }

        int[] starts = new int[n];
        int[] ends = new int[n];
        int[] cases = new int[n];
        int at = 0;
        int c = 0;
        for (int i = 0; c < n; i++)
        {
            int inside = CountBits(bits, oldStarts[i], oldEnds[i]);
            if (inside > 0)
            {
                starts[c] = at;
                at += inside;
                ends[c] = at;
                cases[c++] = view.CaseAt(i);
            }
        }

        return view.WithEvents(starts, ends, cases, new EventSelection(view, bits, at));
    }

    private static int CountBits(ulong[] bits, int start, int end)
    {
        int first = start >> 6;
        int last = (end - 1) >> 6;
        ulong low = ulong.MaxValue << start;
        ulong high = ulong.MaxValue >> (63 - ((end - 1) & 63));
        if (first == last)
        {
            return BitOperations.PopCount(bits[first] & low & high);
        }

        int count = BitOperations.PopCount(bits[first] & low) + BitOperations.PopCount(bits[last] & high);
        for (int w = first + 1; w < last; w++)
        {
            count += BitOperations.PopCount(bits[w]);
        }

        return count;
    }

    private T[] Gather<T, TSource>(TSource source)
        where TSource : struct, ISource<T>, allows ref struct
    {
        T[] to = GC.AllocateUninitializedArray<T>(Count);
        if (_from.IsWhole)
        {
            Gather(source, 0, _from.EventCount, to, 0);
            return to;
        }

        ReadOnlySpan<int> starts = _from.Starts;
        ReadOnlySpan<int> ends = _from.Ends;
        int at = 0;
        for (int i = 0; i < starts.Length; i++)
        {
            at = Gather(source, starts[i], ends[i], to, at);
        }

        return to;
    }

    private int Gather<T, TSource>(TSource source, int start, int end, T[] to, int at)
        where TSource : struct, ISource<T>, allows ref struct
    {
        int last = (end - 1) >> 6;
        for (int w = start >> 6; w <= last; w++)
        {
            ulong word = _bits[w];
            word &= w == start >> 6 ? ulong.MaxValue << start : ulong.MaxValue;
            word &= w == last ? ulong.MaxValue >> (63 - ((end - 1) & 63)) : ulong.MaxValue;
            for (; word != 0; word &= word - 1)
            {
                to[at++] = source[(w << 6) + BitOperations.TrailingZeroCount(word)];
            }
        }

        return at;
    }

    private interface ISource<T>
    {
        T this[int position] { get; }
    }

    private readonly ref struct Values<T>(ReadOnlySpan<T> all) : ISource<T>
    {
        private readonly ReadOnlySpan<T> _all = all;

        public T this[int position] => _all[position];
    }

    private readonly struct Indices(LogView view) : ISource<int>
    {
        public int this[int position] => view.EventAt(position);
    }
}
