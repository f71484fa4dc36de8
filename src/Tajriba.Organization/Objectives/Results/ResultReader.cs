using Tajriba.Experience.Indicators;
using Tajriba.Experience.Indicators.Figures;
using Tajriba.Experience.Indicators.Measure;
using Tajriba.Organization.Objectives.Checkins;
using Tajriba.Organization.Objectives.Cycles;

namespace Tajriba.Organization.Objectives.Results;

/// <summary>Reads key results: out of the log those that measure themselves, out of check-ins the others.</summary>
public sealed class ResultReader(IndicatorFigures figures)
{
    /// <summary>Weeks that are shown.</summary>
    private const int Weeks = 26;

    /// <summary>Weeks through which the line of a forecast goes.</summary>
    private const int ForecastWeeks = 13;
    private const int Week = 7;

    /// <summary>Today, where the organization is.</summary>
    public DateOnly Today => figures.Today;

    /// <summary>Reads key results of some cycles, in their order.</summary>
    public async Task<IReadOnlyList<ResultReading>> OfAsync(IReadOnlyList<(KeyResult Result, Cycle Cycle, IReadOnlyList<Checkin> Checkins)> wanted, CancellationToken cancellationToken = default)
    {
        IReadOnlyDictionary<string, IndicatorDefinition> defined = await figures.DefinitionsAsync(cancellationToken);
        FigureQuery?[] queries = [.. wanted.Select(w => w.Result.Indicator is { } cut && defined.TryGetValue(cut.Indicator, out IndicatorDefinition? definition) ? Query(w.Result, cut, definition, w.Cycle) : null)];
        IReadOnlyDictionary<FigureQuery, Figure> found = await figures.GetAsync([.. queries.OfType<FigureQuery>()], cancellationToken);
        return [.. wanted.Select((w, i) => queries[i] is { } query && found.TryGetValue(query, out Figure? figure) ? Measured(w.Result, w.Cycle, query, figure)
            : w.Result.MeasuresItself ? new ResultReading(w.Result, null)
            : Told(w.Result, w.Cycle, w.Checkins))];
    }

    /// <summary>The days over which a key result is measured on the last day of which something is known, and those it began with.</summary>
    internal FigureQuery Query(KeyResult result, FigureCut cut, IndicatorDefinition definition, Cycle cycle)
    {
        DateOnly last = figures.LastDay(definition) is var known && known < cycle.To ? known : cycle.To;
        DateOnly first = result.Days > 0 ? last.AddDays(1 - result.Days) : cycle.From < last ? cycle.From : last;
        int length = result.Days > 0 ? result.Days : Math.Min(cycle.Days, KeyResult.MostDays);
        Period? before = result.Baseline is null ? new Period(cycle.From.AddDays(-length), cycle.From.AddDays(-1)) : null;
        return new(cut, result.Unit, new(first, last), before, new(last.AddDays(1 - (Weeks * Week)), last));
    }

    private ResultReading Measured(KeyResult result, Cycle cycle, FigureQuery query, Figure figure)
    {
        double? baseline = result.Baseline ?? (figure.Before is { IsEnough: true, Value: { } before } ? before : null);
        double? goal = ResultProgress.Goal(result.Target, result.IsRelative, baseline);
        bool less = !figure.Definition.HigherIsBetter;
        double? value = figure.Progress >= 1 && figure.Value is { IsEnough: true, Value: { } now } ? now : null;
        double? progress = value is { } v && goal is { } g ? ResultProgress.Of(v, baseline, g, less, result.Keeps) : null;
        Forecast? forecast = value is { } current && goal is { } aim ? Ahead(result, cycle, query, figure, current, aim, less) : null;
        return new(result, figure.Definition)
        {
            Value = figure.Value,
            Baseline = baseline,
            Goal = goal,
            Progress = progress,
            Forecast = forecast,
            Standing = Stands(cycle, progress, forecast),
            Weeks = figure.Weeks,
        };
    }

    private ResultReading Told(KeyResult result, Cycle cycle, IReadOnlyList<Checkin> checkins)
    {
        (DateTimeOffset At, double Value)[] told = [.. checkins.Where(c => c.Values.ContainsKey(result.Key)).Select(c => (c.At, c.Values[result.Key]))];
        double? goal = ResultProgress.Goal(result.Target, result.IsRelative, result.Baseline);
        double? value = told.Length > 0 ? told[^1].Value : result.Baseline;
        double? progress = value is { } v && goal is { } g ? ResultProgress.Of(v, result.Baseline, g, result.LessIsBetter, result.Keeps) : null;
        Forecast? forecast = null;
        if (goal is { } aim && told.Length > 0 && Today < cycle.To)
        {
            (double Time, double Value)[] points = [.. (result.Baseline is { } began ? [(0, began)] : Array.Empty<(double, double)>()).Concat(told.Select(t => ((double)(DateOnly.FromDateTime(t.At.UtcDateTime).DayNumber - cycle.From.DayNumber), t.Value)))];
            forecast = Forecast.Of([.. points.Select(p => p.Time)], [.. points.Select(p => p.Value)], cycle.Days - 1, 1, 0, told[^1].Value, aim, result.LessIsBetter);
        }

        return new(result, null)
        {
            Value = value is { } shown ? new IndicatorValue(told.Length, shown, null, null, true) : null,
            Baseline = result.Baseline,
            Goal = goal,
            Progress = progress,
            Forecast = forecast,
            Standing = Stands(cycle, progress, forecast),
            Told = told,
        };
    }

    private Standing Stands(Cycle cycle, double? progress, Forecast? forecast)
        => Today < cycle.From ? Standing.Ahead : ResultProgress.StandingOf(progress, cycle.Elapsed(Today), forecast?.Likelihood);

    /// <summary>
    /// The final value is that of the last window of the cycle. What of that window is over already counts as measured now; the rest
    /// is the mean of as many weeks ahead.
    /// </summary>
    private static Forecast? Ahead(KeyResult result, Cycle cycle, FigureQuery query, Figure figure, double now, double goal, bool less)
    {
        IndicatorPoint[] weeks = [.. figure.Weeks.TakeLast(ForecastWeeks).Where(w => w.Value is { IsEnough: true, Value: not null })];
        DateOnly begin = result.Days > 0 ? cycle.To.AddDays(1 - result.Days) : cycle.From;
        int length = cycle.To.DayNumber - begin.DayNumber + 1, over = Math.Clamp(query.Window.To.DayNumber - begin.DayNumber + 1, 0, length), left = length - over;
        double time = cycle.To.DayNumber - ((left - 1) / 2.0);
        return left <= 0 ? null
            : Within(figure.Definition, Forecast.Of([.. weeks.Select(w => (w.From.DayNumber + w.To.DayNumber) / 2.0)], [.. weeks.Select(w => w.Value.Value!.Value)], time, Math.Max(1, (double)left / Week), (double)over / length, now, goal, less));
    }

    /// <summary>A line leaves what can be; a share does not.</summary>
    private static Forecast? Within(IndicatorDefinition definition, Forecast? forecast)
    {
        (double low, double high) = definition.Kind switch
        {
            IndicatorKind.Share or IndicatorKind.Followed => (0, 1),
            IndicatorKind.NetShares => (-100, 100),
            _ when definition.Measure == IndicatorMeasure.Duration || definition.Kind == IndicatorKind.Rate => (0, double.PositiveInfinity),
            _ => (double.NegativeInfinity, double.PositiveInfinity),
        };
        return forecast is null ? null : forecast with { Final = new(Math.Clamp(forecast.Final.Value, low, high), Math.Clamp(forecast.Final.Lower, low, high), Math.Clamp(forecast.Final.Upper, low, high)) };
    }
}
