using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tajriba.ProcessMining;

/// <summary>
/// Brings events together case by case, each case in order of time. Where cases come mixed, events go first to a few hundred ranges of
/// neighbouring cases and are spread within each range afterwards, since a range fits the processor's cache and the whole does not.
/// </summary>
internal static class CaseGrouping
{
    private const int EventsPerRange = 1 << 14;
    private const int MaxCasesPerRangeLog2 = 16;

    /// <summary>Fills the rows; true when the events of every case were in time order already.</summary>
    [MethodImpl(Compile.AtOnce)]
    public static bool Group(CaseRuns runs, int[] offsets, ReadOnlySpan<int> activities, ReadOnlySpan<long> times, ReadOnlySpan<long> keys, EventRows to)
    {
        if (times.Length > 4 * EventsPerRange && runs.Count > times.Length / 4)
        {
            return InRanges(runs, offsets, activities, times, keys, to);
        }

        int[] cursor = offsets[..^1];
        int at = 0;
        for (int r = 0; r < runs.Count; r++)
        {
            int length = runs.Lengths[r];
            ref int place = ref cursor[runs.Cases[r]];
            activities.Slice(at, length).CopyTo(to.Activities.AsSpan(place));
            times.Slice(at, length).CopyTo(to.Times.AsSpan(place));
            for (int i = 0; to.Source is not null && i < length; i++)
            {
                to.Source[place + i] = at + i;
            }

            place += length;
            at += length;
        }

        return CaseOrder.Sort(offsets, to, keys);
    }

    [MethodImpl(Compile.AtOnce)]
    private static bool InRanges(CaseRuns runs, int[] offsets, ReadOnlySpan<int> activities, ReadOnlySpan<long> times, ReadOnlySpan<long> keys, EventRows to)
    {
        int cases = offsets.Length - 1;
        int shift = Math.Min(MaxCasesPerRangeLog2, BitOperations.Log2((uint)Math.Max(1, (long)EventsPerRange * cases / times.Length)));
        int[] begins = new int[((cases - 1) >> shift) + 2];
        int largest = 0;
        for (int g = 0; g < begins.Length; g++)
        {
            begins[g] = offsets[(int)Math.Min((long)g << shift, cases)];
            largest = Math.Max(largest, g == 0 ? 0 : begins[g] - begins[g - 1]);
        }

        ushort[] caseInRange = GC.AllocateUninitializedArray<ushort>(times.Length);
        ToRanges(runs, begins.AsSpan(0, begins.Length - 1).ToArray(), shift, activities, times, caseInRange, to);
        var copy = new EventRows(largest, to.Source is not null);
        bool ordered = true;
        for (int g = 0; g + 1 < begins.Length; g++)
        {
            int first = g << shift;
            ReadOnlySpan<int> bounds = offsets.AsSpan(first, Math.Min(1 << shift, cases - first) + 1);
            WithinRange(bounds, caseInRange.AsSpan(begins[g], begins[g + 1] - begins[g]), copy, to);
            ordered &= CaseOrder.Sort(bounds, to, keys);
        }

        return ordered;
    }

    [MethodImpl(Compile.AtOnce)]
    private static void ToRanges(CaseRuns runs, int[] cursor, int shift, ReadOnlySpan<int> activities, ReadOnlySpan<long> times, ushort[] caseInRange, EventRows to)
    {
        int mask = (1 << shift) - 1;
        int[] toActivities = to.Activities;
        long[] toTimes = to.Times;
        int[]? source = to.Source;
        int at = 0;
        for (int r = 0; r < runs.Lengths.Length; r++)
        {
            int code = runs.Cases[r];
            int place = cursor[code >> shift];
            for (int end = at + runs.Lengths[r]; at < end; at++)
            {
                caseInRange[place] = (ushort)(code & mask);
                toActivities[place] = activities[at];
                toTimes[place] = times[at];
                if (source is not null)
                {
                    source[place] = at;
                }

                place++;
            }

            cursor[code >> shift] = place;
        }
    }

    [MethodImpl(Compile.AtOnce)]
    private static void WithinRange(ReadOnlySpan<int> offsets, ReadOnlySpan<ushort> caseInRange, EventRows copy, EventRows to)
    {
        int first = offsets[0];
        int n = caseInRange.Length;
        to.Activities.AsSpan(first, n).CopyTo(copy.Activities);
        to.Times.AsSpan(first, n).CopyTo(copy.Times);
        to.Source.AsSpan(to.Source is null ? 0 : first, to.Source is null ? 0 : n).CopyTo(copy.Source);
        int[] cursor = offsets[..^1].ToArray();
        int[] activities = to.Activities;
        long[] times = to.Times;
        int[]? source = to.Source;
        for (int i = 0; i < caseInRange.Length; i++)
        {
            int place = cursor[caseInRange[i]]++;
            activities[place] = copy.Activities[i];
            times[place] = copy.Times[i];
            if (source is not null)
            {
                source[place] = copy.Source![i];
            }
        }
    }
}
