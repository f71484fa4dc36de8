using System.Collections;
using Tajriba.Experience.Journeys.Instances;
using Tajriba.Kernel.Access;
using Tajriba.ProcessMining;

namespace Tajriba.Experience.Journeys.Explore;

/// <summary>Selects whole journeys. Tests run on codes; a name that the log has not met matches nothing.</summary>
public static class JourneyFilter
{
    private const long MicrosecondsPerMinute = 60_000_000;

    /// <summary>The journeys that pass every filter of a state and touch a unit of the scope.</summary>
    public static Selection Apply(InstanceLog log, ExplorerState state, UnitScope scope)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(scope);
        if (state.IsUnfiltered && scope.IsEverything)
        {
            return Selection.All(log);
        }

        var keep = new bool[log.Count];
        Array.Fill(keep, true);
        if (!scope.IsEverything)
        {
            KeepWithValue(log.View, keep, log.Units, scope.Codes);
        }

        if (state.From is not null || state.To is not null || state.MinMinutes is not null || state.MaxMinutes is not null)
        {
            KeepByTime(log, state, keep);
        }

        if (state.Channels.Count > 0)
        {
            KeepWithValue(log.View, keep, log.Channels, state.Channels);
        }

        if (state.Units.Count > 0)
        {
            KeepWithValue(log.View, keep, log.Units, state.Units);
        }

        foreach (var filter in state.Attributes)
        {
            KeepWithValue(log.View, keep, log.View.Log.Column(filter.Key), [filter.Value]);
        }

        KeepBySteps(log, state, keep);
        if (state.Variants.Count > 0)
        {
            KeepByVariant(log, state.Variants, keep);
        }

        return Selection.Of(log, keep);
    }

    private static void KeepByTime(InstanceLog log, ExplorerState state, bool[] keep)
    {
        var from = state.From is { } first ? Microseconds(first) : long.MinValue;
        var until = state.To is { } last ? Microseconds(last.AddDays(1)) : long.MaxValue;
        var min = state.MinMinutes * MicrosecondsPerMinute ?? 0;
        var max = state.MaxMinutes * MicrosecondsPerMinute ?? long.MaxValue;
        var view = log.View;
        var times = view.Times;
        var starts = view.Starts;
        var ends = view.Ends;
        for (var i = 0; i < keep.Length; i++)
        {
            var start = times[starts[i]];
            var duration = times[ends[i] - 1] - start;
            keep[i] &= start >= from && start < until && duration >= min && duration <= max;
        }
    }

    private static void KeepWithValue(LogView view, bool[] keep, AttributeColumn? column, IEnumerable<string> values)
    {
        if (column is null)
        {
            Array.Clear(keep);
            return;
        }

        var wanted = new bool[column.Values.Count + 1];
        foreach (var value in values)
        {
            if (column.Values.IndexOf(value) is >= 0 and var code)
            {
                wanted[code] = true;
            }
        }

        var codes = column.Codes;
        var starts = view.Starts;
        var ends = view.Ends;
        var last = wanted.Length - 1;
        for (var i = 0; i < keep.Length; i++)
        {
            if (!keep[i])
            {
                continue;
            }

            if (column.Level == AttributeLevel.Case)
            {
                var code = codes[view.CaseAt(i)];
                keep[i] = wanted[code < 0 ? last : code];
                continue;
            }

            var found = false;
            for (var p = starts[i]; p < ends[i] && !found; p++)
            {
                var code = codes[view.EventAt(p)];
                found = wanted[code < 0 ? last : code];
            }

            keep[i] = found;
        }
    }

    private static void KeepBySteps(InstanceLog log, ExplorerState state, bool[] keep)
    {
        var tests = new List<StepTest>();
        tests.AddRange(state.Contains.Select(name => StepTest.Has(log.Activities, name)));
        tests.AddRange(state.Never.Select(name => StepTest.Lacks(log.Activities, name)));
        tests.AddRange(state.Follows.Select(pair => StepTest.Follows(log.Activities, pair)));
        tests.AddRange(state.Directly.Select(pair => StepTest.FollowsDirectly(log.Activities, pair)));
        if (state.StartsWith.Count > 0)
        {
            tests.Add(StepTest.Begins(log.Activities, state.StartsWith));
        }

        if (state.EndsWith.Count > 0)
        {
            tests.Add(StepTest.Stops(log.Activities, state.EndsWith));
        }

        var view = log.View;
        var codes = view.ActivityCodes;
        var starts = view.Starts;
        var ends = view.Ends;
        foreach (var test in tests)
        {
            for (var i = 0; i < keep.Length; i++)
            {
                keep[i] = keep[i] && test.Passes(codes[starts[i]..ends[i]]);
            }
        }
    }

    private static void KeepByVariant(InstanceLog log, IReadOnlyList<string> keys, bool[] keep)
    {
        var wanted = new BitArray(log.Variants.Count);
        for (var i = 0; i < log.Variants.Count; i++)
        {
            wanted[i] = keys.Contains(log.Variants[i].Key);
        }

        var ofCase = log.Variants.OfCase;
        for (var i = 0; i < keep.Length; i++)
        {
            keep[i] &= wanted[ofCase[i]];
        }
    }

    private static long Microseconds(DateOnly day) => (day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
