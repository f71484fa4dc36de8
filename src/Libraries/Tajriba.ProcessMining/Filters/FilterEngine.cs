using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tajriba.ProcessMining;

/// <summary>Applies one filter to a view.</summary>
internal static partial class FilterEngine
{
    public static LogView Apply(LogView view, LogFilter filter) => filter switch
    {
        LogFilter.StartActivities f => EndPoints(view, f.Activities, first: true, f.Not),
        LogFilter.EndActivities f => EndPoints(view, f.Activities, first: false, f.Not),
        LogFilter.EventAttributeValues f => AttributeFilter.Apply(view, f),
        LogFilter.TimeRange f => TimeRange(view, f),
        LogFilter.CasePerformance f => Durations(view, f),
        LogFilter.CaseSize f => Sizes(view, f),
        LogFilter.VariantsTopK f => VariantIndices(view, v => v.Index < f.K, not: false),
        LogFilter.VariantKeys f => VariantIndices(view, v => f.Keys.Contains(v.Key, StringComparer.OrdinalIgnoreCase), f.Not),
        LogFilter.DirectlyFollowsRelation f => DirectlyFollows(view, f),
        LogFilter.PathsPerformance f => PathsPerformance(view, f),
        LogFilter.ActivitiesRework f => Rework(view, f),
        LogFilter.Between f => Between(view, f),
        LogFilter.Contains f => Contains(view, f.Activities, keep: true),
        LogFilter.NotContains f => Contains(view, f.Activities, keep: false),
        LogFilter.EventuallyFollows f => Eventually(view, f),
        LogFilter.Cases f => CaseNames(view, f),
        _ => throw new ArgumentException($"Unknown filter {filter}.", nameof(filter)),
    };

    internal static bool[] Mark(StringTable names, IReadOnlyList<string> wanted)
    {
        bool[] marks = new bool[names.Count];
        foreach (string name in wanted)
        {
            int code = names.IndexOf(name);
            if (code >= 0)
            {
                marks[code] = true;
            }
        }

        return marks;
    }

    private static LogView EndPoints(LogView view, IReadOnlyList<string> activities, bool first, bool not)
    {
        bool[] wanted = Mark(view.Log.Activities, activities);
        bool[] keep = new bool[view.CaseCount];
        ReadOnlySpan<int> codes = view.ActivityCodes;
        ReadOnlySpan<int> starts = view.Starts;
        ReadOnlySpan<int> ends = view.Ends;
        for (int i = 0; i < keep.Length; i++)
        {
            keep[i] = wanted[codes[first ? starts[i] : ends[i] - 1]] != not;
        }

        return view.Pick(keep);
    }

    private static LogView TimeRange(LogView view, LogFilter.TimeRange filter)
    {
        ReadOnlySpan<long> times = view.Times;
        if (filter.Mode == TimeRangeMode.Events)
        {
            return EventSelection.Keep(view, Inside(times, filter.From, filter.To, EventSelection.Bits(view)));
        }

        bool[] keep = new bool[view.CaseCount];
        ReadOnlySpan<int> starts = view.Starts;
        ReadOnlySpan<int> ends = view.Ends;
        bool contained = filter.Mode == TimeRangeMode.TracesContained;
        for (int i = 0; i < keep.Length; i++)
        {
            long first = times[starts[i]];
            long last = times[ends[i] - 1];
            keep[i] = contained ? first >= filter.From && last <= filter.To : last >= filter.From && first <= filter.To;
        }

        return view.Pick(keep);
    }

    private static ulong[] Inside(ReadOnlySpan<long> times, long from, long to, ulong[] bits)
    {
        ref long first = ref MemoryMarshal.GetReference(times);
        var low = Vector256.Create(from);
        var high = Vector256.Create(to);
        int i = 0;
        for (; i + Vector256<long>.Count <= times.Length; i += Vector256<long>.Count)
        {
            Vector256<long> time = Vector256.LoadUnsafe(ref first, (nuint)i);
            uint outside = (Vector256.LessThan(time, low) | Vector256.GreaterThan(time, high)).ExtractMostSignificantBits();
            bits[i >> 6] |= (ulong)(~outside & 0xF) << i;
        }

        for (; i < times.Length; i++)
        {
            bits[i >> 6] |= (times[i] >= from && times[i] <= to ? 1UL : 0) << i;
        }

        return bits;
    }

    private static LogView Durations(LogView view, LogFilter.CasePerformance filter)
    {
        bool[] keep = new bool[view.CaseCount];
        ReadOnlySpan<long> times = view.Times;
        ReadOnlySpan<int> starts = view.Starts;
        ReadOnlySpan<int> ends = view.Ends;
        for (int i = 0; i < keep.Length; i++)
        {
            double seconds = (times[ends[i] - 1] - times[starts[i]]) / 1e6;
            keep[i] = seconds >= filter.MinSeconds && seconds <= filter.MaxSeconds;
        }

        return view.Pick(keep);
    }

    private static LogView Sizes(LogView view, LogFilter.CaseSize filter)
    {
        bool[] keep = new bool[view.CaseCount];
        ReadOnlySpan<int> starts = view.Starts;
        ReadOnlySpan<int> ends = view.Ends;
        for (int i = 0; i < keep.Length; i++)
        {
            int size = ends[i] - starts[i];
            keep[i] = size >= filter.Min && size <= filter.Max;
        }

        return view.Pick(keep);
    }

    private static LogView VariantIndices(LogView view, Func<Variant, bool> wanted, bool not)
    {
        Variants variants = Variants.Of(view);
        bool[] kept = new bool[variants.Count];
        foreach (Variant variant in variants)
        {
            kept[variant.Index] = wanted(variant) != not;
        }

        bool[] keep = new bool[view.CaseCount];
        ReadOnlySpan<int> ofCase = variants.OfCase;
        for (int i = 0; i < keep.Length; i++)
        {
            keep[i] = kept[ofCase[i]];
        }

        return view.Pick(keep);
    }

    private static LogView CaseNames(LogView view, LogFilter.Cases filter)
    {
        bool[] wanted = Mark(view.Log.CaseIds, filter.Ids);
        bool[] keep = new bool[view.CaseCount];
        for (int i = 0; i < keep.Length; i++)
        {
            keep[i] = wanted[view.CaseAt(i)] != filter.Not;
        }

        return view.Pick(keep);
    }
}
