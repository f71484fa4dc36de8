using Tajriba.Experience.Indicators;
using Tajriba.Experience.Indicators.Measure;

namespace Tajriba.Leadership.Culture.Learning;

/// <summary>What an indicator did where people have learned, against where they have not.</summary>
/// <param name="Definition">The indicator.</param>
/// <param name="Units">The units that count as trained or untrained, with the change of the indicator in each since the path's first day; null where there is too little of it.</param>
/// <param name="Net">The mean change of the trained less that of the untrained; null where it is too thin.</param>
public sealed record LearningEffect(IndicatorDefinition Definition, IReadOnlyList<(UnitStanding Unit, IndicatorChange? Change)> Units, IndicatorChange? Net)
{
    /// <summary>Fewest units on either side: of one there is no telling whether it stands for more than itself.</summary>
    public const int FewestUnits = 2;
}
