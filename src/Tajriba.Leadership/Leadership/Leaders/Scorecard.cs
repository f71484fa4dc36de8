using Tajriba.Experience.Indicators.Measure;
using Tajriba.Leadership.Leadership.Commitments;
using Tajriba.Leadership.Leadership.Time;
using Tajriba.Organization.Governance.Decisions;
using Tajriba.Organization.Governance.Records;

namespace Tajriba.Leadership.Leadership.Leaders;

/// <summary>How a leader stands by what the reader may see.</summary>
/// <param name="Kept">The leader.</param>
/// <param name="Commitments">What became of the leader's commitments.</param>
/// <param name="Months">The leader's last months with customers, oldest first.</param>
/// <param name="Decisions">Decisions of the leader that are overdue; null where the reader may not see decisions.</param>
/// <param name="Indicators">The indicators for which the leader answers, over the last ninety days; null where the reader may not see indicators.</param>
public sealed record Scorecard(Kept<Leader> Kept, KeptShare Commitments, IReadOnlyList<MonthOfTime> Months, IReadOnlyList<Kept<Decision>>? Decisions, IReadOnlyList<IndicatorReport>? Indicators)
{
    /// <summary>The running month.</summary>
    public MonthOfTime ThisMonth => Months[^1];

    /// <summary>Months that are over and of which hours were expected.</summary>
    public IReadOnlyList<MonthOfTime> Counted => [.. Months.Where(m => m is { IsOver: true, Expected: not null })];

    /// <summary>Mean hours of those months; null where there is none.</summary>
    public double? MeanHours => Counted.Count == 0 ? null : (double)Counted.Average(m => m.Hours);

    /// <summary>In how many of those months the expected hours were reached.</summary>
    public int MonthsReached => Counted.Count(m => m.Hours >= m.Expected);
}
