using Tajriba.Statistics;

namespace Tajriba.Experience.Feedback.Problems;

/// <summary>What a control chart says of a fix.</summary>
/// <param name="Kind">The decision.</param>
/// <param name="Before">Periods before the fix that make the limits.</param>
/// <param name="After">Complete periods after it.</param>
/// <param name="More">How many more periods decide at the latest; 0 where it is decided. Where it cannot tell: how many are missing before the fix.</param>
/// <param name="Rule">The rule whose signal decided; null where none did.</param>
/// <param name="From">First day of the period that signalled.</param>
public sealed record Verdict(VerdictKind Kind, int Before, int After, int More, RunsRule? Rule = null, DateOnly? From = null);
