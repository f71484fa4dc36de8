using Tajriba.Experience.Indicators.Measure;
using Tajriba.Kernel.Access;
using Tajriba.Organization.Governance.Decisions;
using Tajriba.Statistics;

namespace Tajriba.Leadership.Culture.Learning;

/// <summary>Reads effects of paths, for whoever may see the indicator in all their units.</summary>
public sealed class LearningEffectReader(EffectReader effects, ICurrentPerson person)
{
    /// <summary>What came of a path; null where nothing is followed, or the figures are not for the person.</summary>
    public async Task<LearningEffect?> OfAsync(LearningPath path, IReadOnlyList<UnitStanding> standings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Indicator is not { } indicator || path.From is not { } from || !person.ScopeOf(CulturePermissions.View).IsEverything)
        {
            return null;
        }

        LearningEffect? effect = null;
        var units = new List<(UnitStanding Unit, IndicatorChange? Change)>();
        foreach (UnitStanding standing in standings.Where(s => s.IsTrained is not null))
        {
            if (await effects.OfAsync(new(indicator, standing.Unit, from), cancellationToken) is not { } reading)
            {
                return null;
            }

            units.Add((standing, reading.Report?.Change));
            effect ??= new(reading.Definition, [], null);
        }

        return effect is null ? null : effect with { Units = units, Net = Net(units) };
    }

    /// <summary>Welch's test over units: a unit is one observation, as its people learn and work together.</summary>
    internal static IndicatorChange? Net(IReadOnlyList<(UnitStanding Unit, IndicatorChange? Change)> units)
    {
        double[] trained = [.. units.Where(u => u.Unit.IsTrained == true).Select(u => u.Change?.Difference).OfType<double>()];
        double[] untrained = [.. units.Where(u => u.Unit.IsTrained == false).Select(u => u.Change?.Difference).OfType<double>()];
        if (trained.Length < LearningEffect.FewestUnits || untrained.Length < LearningEffect.FewestUnits)
        {
            return null;
        }

        (SampleSummary with, SampleSummary without) = (SampleSummary.Of(trained), SampleSummary.Of(untrained));
        if (with.StandardDeviation + without.StandardDeviation == 0)
        {
            return null;
        }

        WelchTest test = WelchTest.Compare(with, without);
        return new(test.Difference.Value, test.Difference.Lower, test.Difference.Upper, test.P);
    }
}
