using Tajriba.Leadership.Maturity.Frames;
using Tajriba.Statistics;

namespace Tajriba.Leadership.Maturity.Results;

/// <summary>Where a category stands.</summary>
/// <param name="Category">Which.</param>
/// <param name="Sample">The sheets' means of its practices.</param>
/// <param name="Interval">Mean of the sample with its interval at 95%, within the scale; null of fewer than two.</param>
/// <param name="Gate">The level of its weakest practice, rounded down; 0 where nobody answered one of them.</param>
public sealed record CategoryScore(FrameCategory Category, SampleSummary Sample, Estimate? Interval, int Gate);
