using Tajriba.Statistics;

namespace Tajriba.Organization.Processes.Relations;

/// <summary>How a figure of a process and an indicator of the experience move together, at each lag.</summary>
/// <param name="Figure">Key of the figure of the process.</param>
/// <param name="Outcome">Key of the indicator.</param>
/// <param name="Lags">What was found at each lag, the shortest first; those of which nothing can be said are left out.</param>
public sealed record Relation(string Figure, string Outcome, IReadOnlyList<LaggedRelation> Lags)
{
    /// <summary>The lag at which they move together most, or null.</summary>
    public LaggedRelation? Best => Lags.MaxBy(l => Math.Abs(l.Correlation.Value));

    /// <summary>Whether that is more than chance does, having looked at several lags.</summary>
    public bool IsShown => Best is { } best && !best.Correlation.Contains(0);

    /// <summary>How strong it is, 0 to 1; 0 where it may be chance.</summary>
    public double Strength => IsShown ? Math.Abs(Best!.Correlation.Value) : 0;
}
