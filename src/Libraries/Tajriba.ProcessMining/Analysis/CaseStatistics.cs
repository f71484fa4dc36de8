using System.Buffers;

namespace Tajriba.ProcessMining;

/// <summary>Durations and sizes of cases.</summary>
public sealed class CaseStatistics
{
    private readonly long[] _durations;

    private CaseStatistics(long[] durations, Distribution seconds, Distribution size)
    {
        _durations = durations;
        DurationSeconds = seconds;
        Size = size;
    }

    /// <summary>Per case of the view, last event minus first, in microseconds.</summary>
    public ReadOnlySpan<long> Durations => _durations;

    /// <summary>The distribution of durations, in seconds.</summary>
    public Distribution DurationSeconds { get; }

    /// <summary>The distribution of events per case.</summary>
    public Distribution Size { get; }

    /// <summary>The statistics of a log.</summary>
    public static CaseStatistics Of(EventLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        return Of(log.All());
    }

    /// <summary>The statistics of a view.</summary>
    public static CaseStatistics Of(LogView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        ReadOnlySpan<long> times = view.Times;
        ReadOnlySpan<int> starts = view.Starts;
        ReadOnlySpan<int> ends = view.Ends;
        long[] durations = new long[starts.Length];
        for (int i = 0; i < durations.Length; i++)
        {
            durations[i] = times[ends[i] - 1] - times[starts[i]];
        }

        long[] sizes = ArrayPool<long>.Shared.Rent(starts.Length);
        for (int i = 0; i < starts.Length; i++)
        {
            sizes[i] = ends[i] - starts[i];
        }

        Distribution size = Distribution.Of(sizes.AsSpan(0, starts.Length), 1);
        ArrayPool<long>.Shared.Return(sizes);
        return new CaseStatistics(durations, Distribution.Of(durations, 1e6), size);
    }
}
