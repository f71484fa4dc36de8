using Tajriba.Experience.Indicators;
using Tajriba.Experience.Indicators.Measure;

namespace Tajriba.Organization.Governance.Decisions;

/// <summary>What an indicator says of an effect.</summary>
/// <param name="Definition">The indicator.</param>
/// <param name="Effect">What is followed.</param>
/// <param name="Days">Whole days on either side of the first one.</param>
/// <param name="Report">The days since, with as many before and the change between them; null while there is no whole day.</param>
/// <param name="Trend">Both together, for drawing.</param>
public sealed record EffectReading(IndicatorDefinition Definition, FollowedEffect Effect, int Days, IndicatorReport? Report, IndicatorReport? Trend);
