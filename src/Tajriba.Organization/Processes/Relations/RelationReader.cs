using Tajriba.Experience.Indicators;
using Tajriba.Experience.Indicators.Measure;
using Tajriba.Kernel.Access;
using Tajriba.Organization.Processes.Inventory;
using Tajriba.Statistics;

namespace Tajriba.Organization.Processes.Relations;

/// <summary>Measures how figures of processes and indicators of the experience move together, over the units that the person may see.</summary>
public sealed class RelationReader(IndicatorReader indicators, RelationMemory memory, ICurrentPerson person, IUnits units)
{
    /// <summary>Months by which an indicator may follow.</summary>
    public const int LongestLag = 3;

    /// <summary>Months that are looked at.</summary>
    public const int Months = 24;

    private const int Seed = 20_261_123;
    private const int MostUnits = 60;

    /// <summary>Measures one relation; null where either indicator is not there or not for the person.</summary>
    public async Task<Relation?> OfAsync(string figure, string outcome, CancellationToken cancellationToken = default)
    {
        if (!person.Can(IndicatorPermissions.View) || figure == outcome
            || await indicators.FindAsync(figure, cancellationToken: cancellationToken) is not { } one || await indicators.FindAsync(outcome, cancellationToken: cancellationToken) is not { } other)
        {
            return null;
        }

        IReadOnlyList<string?> panel = Panel();
        string name = string.Join('\u001f', [one.Key, one.Version.ToString(System.Globalization.CultureInfo.InvariantCulture), other.Key, other.Version.ToString(System.Globalization.CultureInfo.InvariantCulture), indicators.Today.ToString("O"), .. panel]);
        return await memory.GetAsync(name, () => MeasureBroadlyAsync(one, other, panel, cancellationToken));
    }

    /// <summary>The strongest relation of a process with an indicator, or null.</summary>
    public async Task<Relation?> StrongestAsync(Process process, string outcome, CancellationToken cancellationToken = default)
    {
        Relation? best = null;
        foreach (string figure in process.Figures)
        {
            if (await OfAsync(figure, outcome, cancellationToken) is { Best: not null } found && (best is null || found.Strength > best.Strength))
            {
                best = found;
            }
        }

        return best;
    }

    /// <summary>Branches, each with all below it; where there are fewer than two, everything that may be seen as one.</summary>
    private IReadOnlyList<string?> Panel()
    {
        UnitScope scope = indicators.Scope;
        List<string?> branches = [.. units.Tree.All.Where(u => u.Kind == UnitKind.Branch && scope.Contains(u.Code)).Select(u => u.Code).Take(MostUnits)];
        return branches.Count > 1 ? branches : [null];
    }

    /// <summary>Over the branches; where each has too little, all that may be seen as one.</summary>
    private async Task<(Relation Relation, bool IsWhole)> MeasureBroadlyAsync(IndicatorDefinition figure, IndicatorDefinition outcome, IReadOnlyList<string?> panel, CancellationToken cancellationToken)
        => await MeasureAsync(figure, outcome, panel, cancellationToken) is var measured && (measured.Relation.Lags.Count > 0 || panel is [null]) ? measured : await MeasureAsync(figure, outcome, [null], cancellationToken);

    private async Task<(Relation Relation, bool IsWhole)> MeasureAsync(IndicatorDefinition figure, IndicatorDefinition outcome, IReadOnlyList<string?> panel, CancellationToken cancellationToken)
    {
        DateOnly today = indicators.Today;
        DateOnly first = new DateOnly(today.Year, today.Month, 1).AddMonths(-Months);
        var series = new List<PanelSeries>();
        bool isWhole = true;
        foreach (string? unit in panel)
        {
            var state = new IndicatorState { From = first, To = new DateOnly(today.Year, today.Month, 1).AddDays(-1), Step = PeriodStep.Month, Unit = unit };
            IReadOnlyList<IndicatorReport> reports = await indicators.ReportAsync([figure, outcome], state, CalendarKind.Gregorian, cancellationToken);
            isWhole &= reports.All(r => r.Progress >= 1);
            series.Add(new(Values(reports[0]), Values(reports[1])));
        }

        int periods = series.Min(s => Math.Min(s.X.Count, s.Y.Count));
        PanelSeries[] same = [.. series.Select(s => new PanelSeries([.. s.X.Take(periods)], [.. s.Y.Take(periods)]))];
        return (new(figure.Key, outcome.Key, [.. Enumerable.Range(0, LongestLag + 1).Select(lag => LaggedRelation.Of(same, lag, new Random(Seed))).OfType<LaggedRelation>()]), isWhole);
    }

    /// <summary>Months of which too little is known are left out.</summary>
    private static double[] Values(IndicatorReport report) => [.. report.Points.Select(p => p is { IsComplete: true, Value: { IsEnough: true, Value: { } value } } ? value : double.NaN)];
}
