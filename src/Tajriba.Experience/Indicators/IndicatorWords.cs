using Microsoft.Extensions.Localization;
using Tajriba.Experience.Indicators.Measure;
using Tajriba.Kernel.Access;
using Tajriba.Touchpoints.Capture.Catalogue;
using Tajriba.Ui;

namespace Tajriba.Experience.Indicators;

/// <summary>Indicators in the reader's words and digits.</summary>
public sealed class IndicatorWords(IStringLocalizer<IndicatorWords> texts, Show show, IUnits units, IEventCatalogue catalogue, CodeWords words)
{
    public string Name(IndicatorDefinition definition) => definition.Name.In(show.Reader.Language);

    public string Description(IndicatorDefinition definition) => definition.Description.In(show.Reader.Language);

    public string NotEnough => texts["NotEnough"];

    /// <summary>The value, or that there is too little for one.</summary>
    public string Value(IndicatorDefinition definition, IndicatorValue value) => value is { IsEnough: true, Value: { } v } ? Figure(definition, v) : texts["NotEnough"];

    /// <summary>A figure in the indicator's unit of measure.</summary>
    public string Figure(IndicatorDefinition definition, double value) => definition.Measure switch
    {
        IndicatorMeasure.Percent => show.Percent(value),
        IndicatorMeasure.Duration => show.Seconds(value),
        _ => show.Number(value, Decimals(definition, value)),
    };

    /// <summary>Places behind the point of figures: a mean on a short scale needs two.</summary>
    public static int Decimals(IndicatorDefinition definition, double value)
        => definition.Measure is IndicatorMeasure.Points or IndicatorMeasure.Number && definition.Kind != IndicatorKind.NetShares && Math.Abs(value) < 20 ? 2 : 1;

    /// <summary>The interval alone, or null where the value is not shown.</summary>
    public string? Range(IndicatorDefinition definition, IndicatorValue value)
        => value is { IsEnough: true, Lower: { } lower, Upper: { } upper } ? texts["Between", Figure(definition, lower), Figure(definition, upper)].Value : null;

    /// <summary>How many observations stand behind it.</summary>
    public string Count(IndicatorValue value) => texts["Observations", show.Count(value.Count)];

    /// <summary>A change with its sign.</summary>
    public string Change(IndicatorDefinition definition, IndicatorChange change) => definition.Measure switch
    {
        IndicatorMeasure.Percent => show.PercentChange(change.Difference),
        IndicatorMeasure.Duration => (change.Difference > 0 ? "+" : "") + show.Seconds(change.Difference),
        _ => show.Signed(change.Difference, definition.Kind == IndicatorKind.NetShares ? 1 : 2),
    };

    /// <summary>What a change is worth saying: its p value and whether that is chance.</summary>
    public string Significance(IndicatorChange? change) => change switch
    {
        null => texts["NoChange"],
        { P: null } => texts["NotTested"],
        { IsReal: true } => texts["Real", P(change.P.Value)],
        _ => texts["Chance", P(change.P.Value)],
    };

    /// <summary>Good, bad or, where it may be chance, neither.</summary>
    public static Tone ToneOf(IndicatorDefinition definition, IndicatorChange? change)
        => change is not { IsReal: true } || change.Difference == 0 ? Tone.Neutral : change.Difference > 0 == definition.HigherIsBetter ? Tone.Good : Tone.Bad;

    /// <summary>What an indicator is cut by: <c>unit</c>, <c>channel</c> or a path.</summary>
    public string By(string by) => by switch
    {
        "unit" => texts["Unit"],
        "channel" => texts["Channel"],
        EventPaths.Event or EventPaths.AskedAbout => texts["Step"],
        EventPaths.Source => texts["Source"],
        _ => words.Attribute(by[(by.LastIndexOf('.') + 1)..]),
    };

    /// <summary>One value of that.</summary>
    public string Group(string by, string code) => code.Length == 0 ? texts["Unknown"] : by switch
    {
        "unit" => Unit(code),
        "channel" => words.Channel(code),
        EventPaths.Event or EventPaths.AskedAbout => catalogue.DisplayName(code),
        _ => code,
    };

    /// <summary>The indicator, and the unit where a signal is of one.</summary>
    public string Signalled(IndicatorDefinition definition, Control.Signal signal) => signal.Unit is { } unit ? texts["OfUnit", Name(definition), Unit(unit)] : Name(definition);

    public string Unit(string code) => units.Tree.Find(code)?.Name.In(show.Reader.Language) ?? code;

    public string Channel(string code) => words.Channel(code);

    public string Event(string name) => catalogue.DisplayName(name);

    public string Step(PeriodStep step) => texts["By" + step];

    /// <summary>A period by its first day.</summary>
    public string Period(PeriodStep step, DateOnly from) => step is PeriodStep.Day or PeriodStep.Week ? show.ShortDate(from) : show.ShortMonth(from);

    /// <summary>By what a chart divides: durations are drawn in the unit that suits them.</summary>
    public static double ScaleOf(IndicatorDefinition definition, IndicatorReport report)
        => definition.Measure != IndicatorMeasure.Duration ? 1 : Scale(report.Value.Value ?? 0).Seconds;

    /// <summary>Name of that unit, or null where values are drawn as they are.</summary>
    public string? ScaleName(IndicatorDefinition definition, IndicatorReport report)
        => definition.Measure != IndicatorMeasure.Duration ? null : texts[Scale(report.Value.Value ?? 0).Name].Value;

    private static (double Seconds, string Name) Scale(double seconds) => seconds switch
    {
        < 600 => (1, "InSeconds"),
        < 7_200 => (60, "InMinutes"),
        < 172_800 => (3_600, "InHours"),
        _ => (86_400, "InDays"),
    };

    private string P(double p) => p < 0.001 ? "< " + show.Number(0.001, 3) : show.Number(p, 3);
}
