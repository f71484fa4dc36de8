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
        long[] work = new long[starts.Length];
        for (int i = 0; i < durations.Length; i++)
        {
            durations[i] = times[ends[i] - 1] - times[starts[i]];
        }

        durations.CopyTo(work, 0);
        Distribution seconds = Distribution.Of(work, 1e6);
        for (int i = 0; i < work.Length; i++)
        {
            work[i] = ends[i] - starts[i];
        }

        return new CaseStatistics(durations, seconds, Distribution.Of(work, 1));
    }
}
