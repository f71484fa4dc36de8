namespace Tajriba.ProcessMining;

/// <summary>
/// A part of a log: some cases, or pieces of cases, and in them all or some events. Every analysis runs on a view. Nothing is
/// copied while whole cases are kept. A case of the view is a run of positions <c>Starts[i]..Ends[i]</c> in
/// <see cref="ActivityCodes"/> and <see cref="Times"/>; runs may share positions after <see cref="LogFilter.Between"/>.
/// </summary>
public sealed class LogView
{
    private readonly int[]? _starts;
    private readonly int[]? _ends;
    private readonly int[]? _cases;
    private readonly EventSelection? _selection;

    private LogView(EventLog log, int[]? starts, int[]? ends, int[]? cases, EventSelection? selection, bool pieces)
    {
        Log = log;
        _starts = starts;
        _ends = ends;
        _cases = cases;
        _selection = selection;
        HasPieces = pieces;
        if (starts is null)
        {
            CaseCount = log.CaseCount;
            EventCount = log.EventCount;
            return;
        }

        CaseCount = starts.Length;
        for (int i = 0; i < starts.Length; i++)
        {
            EventCount += ends![i] - starts[i];
        }
    }

    /// <summary>The log behind the view.</summary>
    public EventLog Log { get; }

    /// <summary>Cases in the view (sub-cases count each).</summary>
    public int CaseCount { get; }

    /// <summary>Events in the view.</summary>
    public int EventCount { get; }

    /// <summary>Whether the view is the whole log.</summary>
    public bool IsWhole => _starts is null;

    /// <summary>Whether a case of the log may appear in several pieces.</summary>
    public bool HasPieces { get; }

    /// <summary>The first position of each case.</summary>
    public ReadOnlySpan<int> Starts => _starts is null ? Log.CaseOffsets[..CaseCount] : _starts;

    /// <summary>One past the last position of each case.</summary>
    public ReadOnlySpan<int> Ends => _ends is null ? Log.CaseOffsets[1..] : _ends;

    /// <summary>The activity at each position.</summary>
    public ReadOnlySpan<int> ActivityCodes => _selection is null ? Log.ActivityCodes : _selection.ActivityCodes;

    /// <summary>The time at each position, microseconds since 1970-01-01T00:00:00Z.</summary>
    public ReadOnlySpan<long> Times => _selection is null ? Log.Times : _selection.Times;

    internal int ActivityCodesLength => _selection?.Count ?? Log.EventCount;

    /// <summary>The log's case index of a case of the view.</summary>
    public int CaseAt(int index) => _cases is null ? index : _cases[index];

    /// <summary>Whether positions are the log's event indices.</summary>
    internal bool HasAllEvents => _selection is null;

    /// <summary>The log's event index of a position.</summary>
    public int EventAt(int position) => _selection is null ? position : _selection.Events[position];

    /// <summary>Copies a column's codes at the view's positions; one that stands event by event already is given as it is.</summary>
    /// <param name="column">An event-level column of <see cref="Log"/>.</param>
    /// <returns>A code per position of <see cref="ActivityCodes"/>, -1 where there is no value.</returns>
    public ReadOnlySpan<int> CodesOf(AttributeColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return _selection is null ? column.Codes : _selection.ValuesOf(column.Codes);
    }

    /// <summary>The view of a whole log.</summary>
    public static LogView Of(EventLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        return new LogView(log, null, null, null, null, pieces: false);
    }

    /// <summary>The part of this view that passes every filter, applied in the order given.</summary>
    /// <exception cref="ArgumentException">A filter names an attribute that the log lacks.</exception>
    public LogView Where(params ReadOnlySpan<LogFilter> filters)
    {
        LogView view = this;
        foreach (LogFilter filter in filters)
        {
            view = FilterEngine.Apply(view, filter);
        }

        return view;
    }

    /// <summary>Keeps the cases marked true.</summary>
    /// <param name="keep">One flag per case of the view.</param>
    public LogView Pick(ReadOnlySpan<bool> keep)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(keep.Length, CaseCount);
        int n = keep.Count(true);
        if (n == CaseCount)
        {
            return this;
        }

        int[] starts = new int[n];
        int[] ends = new int[n];
        int[] cases = new int[n];
        ReadOnlySpan<int> oldStarts = Starts;
        ReadOnlySpan<int> oldEnds = Ends;
        int at = 0;
        for (int i = 0; i < keep.Length; i++)
        {
            if (keep[i])
            {
                starts[at] = oldStarts[i];
                ends[at] = oldEnds[i];
                cases[at++] = CaseAt(i);
            }
        }

        return new LogView(Log, starts, ends, cases, _selection, HasPieces);
    }

    internal LogView WithPieces(int[] starts, int[] ends, int[] cases) => new(Log, starts, ends, cases, _selection, pieces: true);

    internal LogView WithPieces(int[] starts, int[] ends, int[] cases, EventSelection selection) => new(Log, starts, ends, cases, selection, pieces: true);

    internal LogView WithEvents(int[] starts, int[] ends, int[] cases, EventSelection selection) => new(Log, starts, ends, cases, selection, HasPieces);

    /// <summary>Copies the view into a log of its own. Pieces of a case that appears more than once get <c>#1</c>, <c>#2</c>, … after its name.</summary>
    public EventLog Materialize() => IsWhole ? Log : Materializer.Copy(this);
}
