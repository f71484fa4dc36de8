using Tajriba.Organization.Governance.Decisions;
using Tajriba.Statistics;

namespace Tajriba.Organization.Governance.Initiatives;

/// <summary>What came of a benefit.</summary>
/// <param name="Benefit">What was expected.</param>
/// <param name="Own">The indicator where it is done.</param>
/// <param name="Control">The same where it is not done, or null.</param>
/// <param name="Net">The change here less the change there, with its 95% interval; of one without control the change here. Null where it cannot be told.</param>
public sealed record BenefitReading(Benefit Benefit, EffectReading Own, EffectReading? Control, Estimate? Net)
{
    /// <summary>What can be said of it.</summary>
    public BenefitVerdict Verdict => Net is not { } net ? BenefitVerdict.TooEarly
        : net.Lower <= 0 && net.Upper >= 0 ? BenefitVerdict.Chance
        : net.Value > 0 != Own.Definition.HigherIsBetter ? BenefitVerdict.Worse
        : Benefit.Expected is { } expected && Math.Abs(net.Value) < Math.Abs(expected) ? BenefitVerdict.Partly
        : BenefitVerdict.Reached;
}
