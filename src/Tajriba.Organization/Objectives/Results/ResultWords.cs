using Microsoft.Extensions.Localization;
using Tajriba.Experience.Indicators;
using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Organization.Objectives.Results;

/// <summary>Key results in the reader's words and digits.</summary>
public sealed class ResultWords(IStringLocalizer<ObjectiveTexts> texts, IndicatorWords indicators, Show show)
{
    /// <summary>A value in the unit of measure of a key result.</summary>
    public string Figure(ResultReading reading, double value) => Figure(reading.Definition, reading.Result.IsShare, value);

    /// <summary>The value now, or that nothing is known.</summary>
    public string Value(ResultReading reading) => reading.Value is { IsEnough: true, Value: { } value } ? Figure(reading, value)
        : reading.Definition is not null ? indicators.NotEnough : show.Nothing;

    /// <summary>The interval of the value, or null.</summary>
    public string? Range(ResultReading reading) => reading is { Definition: { } definition, Value: { } value } ? indicators.Range(definition, value) : null;

    /// <summary>Where it began.</summary>
    public string Baseline(ResultReading reading) => reading.Baseline is { } value ? Figure(reading, value) : show.Nothing;

    /// <summary>Where it is to be: "at least 95%".</summary>
    public string Goal(ResultReading reading)
        => reading.Goal is { } goal ? texts[reading.LessIsBetter ? "AtMost" : "AtLeast", Figure(reading, goal)]
            : texts["ChangeOf", (reading.Result.Target > 0 ? "+" : "") + show.Percent(reading.Result.Target, 0)];

    /// <summary>A target as it is typed.</summary>
    public string Target(KeyResult result, IndicatorDefinition? definition) => result.IsRelative ? show.Percent(result.Target, 0) : Figure(definition, result.IsShare, result.Target);

    /// <summary>How much of the way is behind.</summary>
    public string Progress(double? progress) => progress is { } share ? show.Percent(Math.Clamp(share, -9.99, 9.99), 0) : show.Nothing;

    /// <summary>"31% likely by 29 Esfand", or that it is too early to tell.</summary>
    public string Likely(ResultReading reading, DateOnly by) => reading.Forecast is { } forecast ? texts["Likely", show.Percent(Chance(forecast.Likelihood), 0), show.Date(by)] : texts["TooEarly"];

    /// <summary>The name of an indicator, or of the number that somebody tells.</summary>
    public string Source(ResultReading reading) => reading.Definition is { } definition ? indicators.Name(definition) : texts[reading.Result.MeasuresItself ? "IndicatorGone" : "Told"];

    /// <summary>Good, bad or between.</summary>
    public static Tone ToneOf(Standing standing) => standing switch
    {
        Standing.Reached => Tone.Good,
        Standing.OnTrack => Tone.Accent,
        Standing.AtRisk => Tone.Warning,
        Standing.OffTrack => Tone.Bad,
        _ => Tone.Neutral,
    };

    /// <summary>Nothing ahead is certain: at least 1%, at most 99%.</summary>
    public static double Chance(double likelihood) => Math.Clamp(likelihood, 0.01, 0.99);

    /// <summary>A value in the unit of measure of an indicator; of none where it is told.</summary>
    public string Figure(IndicatorDefinition? definition, bool isShare, double value)
        => definition is not null ? indicators.Figure(definition, value)
            : isShare ? show.Percent(value)
            : show.Number(value, value == Math.Floor(value) ? 0 : 2);
}
