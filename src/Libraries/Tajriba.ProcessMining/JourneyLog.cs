namespace Tajriba.ProcessMining;

/// <summary>A log whose cases are journey instances, named <c>object#n</c> with n from 1 in order of time.</summary>
public sealed class JourneyLog
{
    private readonly int[] _sourceCases;
    private readonly JourneyEnd[] _ends;

    internal JourneyLog(EventLog log, int[] sourceCases, JourneyEnd[] ends)
    {
        Log = log;
        _sourceCases = sourceCases;
        _ends = ends;
    }

    /// <summary>The instances as cases; attributes come from the source.</summary>
    public EventLog Log { get; }

    /// <summary>For each instance the source log's case (object) index.</summary>
    public ReadOnlySpan<int> SourceCases => _sourceCases;

    /// <summary>For each instance why it ended.</summary>
    public ReadOnlySpan<JourneyEnd> Ends => _ends;
}
