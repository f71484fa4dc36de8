using Tajriba.Experience.Indicators.Measure;
using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Indicators.Units;

/// <summary>Units of an indicator side by side: all are the yardstick, shown are those that the person may see.</summary>
public sealed class IndicatorUnits(IndicatorReader reader, IndicatorSelections selections)
{
    public async Task<UnitReport> CompareAsync(IndicatorDefinition definition, IndicatorState state, CancellationToken cancellationToken = default)
    {
        var selection = (await selections.GetAsync([definition], state with { Unit = null }, UnitScope.Everything, cancellationToken))[0];
        var tallies = selection.ByCode(selection.Column("unit"), selections.Days(definition, state));
        return UnitComparing.Of(definition, [.. tallies.Where(t => t.Key != 0).Select(t => (selections.Names.Unit(t.Key), t.Value))], reader.Scope.Contains) with { Progress = selection.Observed.Progress };
    }
}
