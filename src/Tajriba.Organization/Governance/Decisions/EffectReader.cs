using Microsoft.AspNetCore.Http;
using Tajriba.Experience.Indicators;
using Tajriba.Experience.Indicators.Measure;
using Tajriba.Kernel.Access;
using Tajriba.Organization.Governance.Records;
using Tajriba.Ui;

namespace Tajriba.Organization.Governance.Decisions;

/// <summary>Reads effects, for whoever may see the figures of their indicator.</summary>
public sealed class EffectReader(IndicatorReader indicators, ICurrentPerson person, Show show)
{
    /// <summary>Most days on either side: what is further away has other causes too.</summary>
    public const int MostDays = 90;

    /// <summary>What an indicator says, or null where it is not there or not for the person.</summary>
    public async Task<EffectReading?> OfAsync(FollowedEffect? effect, CancellationToken cancellationToken = default)
    {
        if (effect is null || !MaySee(effect.Unit) || await indicators.FindAsync(effect.Indicator, cancellationToken: cancellationToken) is not { } definition)
        {
            return null;
        }

        // Of some indicators the last days are not over: an answer within two weeks is known after two weeks.
        DateOnly last = indicators.Days(definition, IndicatorState.Default).To.AddDays(definition.IsPaired ? 0 : -1);
        int days = Math.Min(MostDays, last.DayNumber - effect.From.DayNumber + 1);
        if (days < 1)
        {
            return new(definition, effect, 0, null, null);
        }

        var state = new IndicatorState { From = effect.From, To = effect.From.AddDays(days - 1), Unit = effect.Unit };
        IndicatorReport report = await indicators.ReportAsync(definition, state, show.Reader.Calendar, cancellationToken);
        IndicatorReport trend = await indicators.ReportAsync(definition, state with { From = effect.From.AddDays(-days), Step = days <= 21 ? PeriodStep.Day : PeriodStep.Week }, show.Reader.Calendar, cancellationToken);
        return new(definition, effect, days, report, trend);
    }

    /// <summary>Whether an indicator there is can be followed for a unit by the person at hand.</summary>
    public async Task<bool> CanFollowAsync(string indicator, string? unit, CancellationToken cancellationToken = default)
        => MaySee(unit) && await indicators.FindAsync(indicator, cancellationToken: cancellationToken) is not null;

    /// <summary>What a form of <see cref="EffectForm"/> says: null where no indicator was chosen; a fault where the person may not see its figures.</summary>
    public async Task<FollowedEffect?> TypedAsync(Typed typed, IFormCollection form, IUnits units, CancellationToken cancellationToken = default)
    {
        if (form["indicator"].ToString() is not { Length: > 0 } indicator)
        {
            return null;
        }

        string? unit = typed.Unit("unit", units.Tree);
        return await CanFollowAsync(indicator, unit, cancellationToken) ? new(indicator, unit, typed.NeededDay("from")) : typed.Wrong<FollowedEffect?>("indicator", null);
    }

    private bool MaySee(string? unit) => person.Can(IndicatorPermissions.View) && indicators.Scope.Contains(unit);
}
