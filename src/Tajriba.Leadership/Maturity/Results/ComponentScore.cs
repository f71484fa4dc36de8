using Tajriba.Leadership.Maturity.Frames;
using Tajriba.Statistics;

namespace Tajriba.Leadership.Maturity.Results;

/// <summary>Where a component stands.</summary>
/// <param name="Component">Which.</param>
/// <param name="Mean">Weighted mean of its categories; not a number where nobody answered.</param>
/// <param name="Sample">The sheets' own weighted means.</param>
/// <param name="Interval">Mean of the sample with its interval at 95%, within the scale; null of fewer than two.</param>
/// <param name="Gate">The lowest gate of its categories: a chain holds as much as its weakest link.</param>
/// <param name="Alpha">Cronbach's alpha of its practices; null where too few answered all of them.</param>
/// <param name="Categories">Its categories.</param>
public sealed record ComponentScore(FrameComponent Component, double Mean, SampleSummary Sample, Estimate? Interval, int Gate, double? Alpha, IReadOnlyList<CategoryScore> Categories);
