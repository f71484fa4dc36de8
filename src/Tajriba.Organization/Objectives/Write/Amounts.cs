using Tajriba.Experience.Indicators;
using Tajriba.Organization.Governance.Records;
using Tajriba.Ui;

namespace Tajriba.Organization.Objectives.Write;

/// <summary>Reads values in a unit of measure, as people type them: "95%", "4.5", "2 h".</summary>
internal sealed class Amounts(Typed typed, Read read, IndicatorMeasure measure)
{
    /// <summary>Largest amount that is taken.</summary>
    public const double Most = 1e15;

    /// <summary>Largest change of a baseline: a hundredfold.</summary>
    private const double MostChange = 100;

    /// <summary>A value, or null where the field is empty.</summary>
    public double? Optional(string name, string text) => text.Length == 0 ? null : Of(text) ?? typed.Wrong<double?>(name, null);

    /// <summary>A value that has to be there.</summary>
    public double Needed(string name, string text) => Of(text) ?? typed.Wrong(name, 0.0);

    /// <summary>A change of a baseline: "-50%" is -0.5.</summary>
    public double Change(string name, string text) => read.Percent(text) is { } change and >= -1 and <= MostChange ? change : typed.Wrong(name, 0.0);

    private double? Of(string text) => measure switch
    {
        IndicatorMeasure.Percent => read.Percent(text),
        IndicatorMeasure.Duration => read.Duration(text)?.TotalSeconds,
        _ => (double?)read.Number(text),
    } is { } value && Math.Abs(value) <= Most ? value : null;
}
