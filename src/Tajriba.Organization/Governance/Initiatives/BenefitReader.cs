using Tajriba.Experience.Indicators.Measure;
using Tajriba.Organization.Governance.Decisions;
using Tajriba.Statistics;

namespace Tajriba.Organization.Governance.Initiatives;

/// <summary>Reads benefits: before and after, less what happened meanwhile where nothing was done.</summary>
public sealed class BenefitReader(EffectReader effects)
{
    /// <summary>What came of a benefit, or null where its figures are not there or not for the person.</summary>
    public async Task<BenefitReading?> OfAsync(Benefit benefit, CancellationToken cancellationToken = default)
    {
        if (await effects.OfAsync(new(benefit.Indicator, benefit.Unit, benefit.From), cancellationToken) is not { } own)
        {
            return null;
        }

        EffectReading? control = benefit.Control is null ? null : await effects.OfAsync(new(benefit.Indicator, benefit.Control, benefit.From), cancellationToken);
        Estimate? here = Of(own.Report?.Change);
        return new(benefit, own, control, benefit.Control is null ? here : here is { } one && Of(control?.Report?.Change) is { } other ? Net(one, other) : null);
    }

    /// <summary>The difference of two changes of different people: their errors add as squares.</summary>
    internal static Estimate Net(Estimate own, Estimate control)
    {
        double value = own.Value - control.Value;
        double half = Math.Sqrt(Math.Pow((own.Upper - own.Lower) / 2, 2) + Math.Pow((control.Upper - control.Lower) / 2, 2));
        return new(value, value - half, value + half);
    }

    private static Estimate? Of(IndicatorChange? change) => change is { Lower: { } lower, Upper: { } upper } ? new Estimate(change.Difference, lower, upper) : null;
}
