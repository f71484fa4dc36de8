namespace Tajriba.ProcessMining;

/// <summary>The journey instances that a log was cut into.</summary>
public sealed class JourneyLog
{
    private readonly JourneyEnd[] _ends;
    private readonly Lazy<EventLog> _log;
    private int[]? _sourceCases;

    internal JourneyLog(LogView view, JourneyEnd[] ends)
    {
        View = view;
        _ends = ends;
        _log = new Lazy<EventLog>(() => Materializer.Numbered(view));
    }

    /// <summary>The instances as cases of a view of the source, whose columns it shares; those of an object stand side by side in order of time.</summary>
    public LogView View { get; }

    /// <summary>The instances as cases of a log of their own, named <c>object#n</c> with n from 1 in order of time; copied when first asked for.</summary>
    public EventLog Log => _log.Value;

    /// <summary>For each instance the source log's case (object) index.</summary>
    public ReadOnlySpan<int> SourceCases
    {
        get
        {
            if (_sourceCases is null)
            {
                int[] cases = new int[View.CaseCount];
                for (int i = 0; i < cases.Length; i++)
                {
                    cases[i] = View.CaseAt(i);
                }

                _sourceCases = cases;
            }

            return _sourceCases;
        }
    }

    /// <summary>For each instance why it ended.</summary>
    public ReadOnlySpan<JourneyEnd> Ends => _ends;
}
