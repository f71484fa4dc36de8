using Microsoft.Extensions.Localization;
using Tajriba.Organization.Strategy.Directions;
using Tajriba.Organization.Strategy.Links;
using Tajriba.Organization.Strategy.Map;
using Tajriba.Ui;

namespace Tajriba.Organization.Strategy;

/// <summary>Perspectives, verdicts and pillars in the reader's words.</summary>
public sealed class StrategyWords(IStringLocalizer<StrategyTexts> texts, StrategyReader reader)
{
    /// <summary>What people call a perspective.</summary>
    public string Name(Perspective perspective)
    {
        ArgumentNullException.ThrowIfNull(perspective);
        return perspective.Name.Length > 0 ? perspective.Name : texts["Perspective-" + perspective.Key];
    }

    /// <summary>All pillars of both sides as objectives name them, those of the experience first.</summary>
    public IReadOnlyList<(string Key, Side Side, Pillar Pillar)> Pillars =>
    [
        .. new[] { Side.Experience, Side.Organization }.SelectMany(side => reader.Direction(side).Value.Pillars.Select(p => (Objective.KeyOf(side, p), side, p))),
    ];

    /// <summary>A link and what the figures say of it, in one sentence.</summary>
    public string Said(StrategyMap map, LinkReading reading)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(reading);
        return texts["Link-Said", Bidi.Auto(map.Find(reading.Link.Cause).Value.Name), Bidi.Auto(map.Find(reading.Link.Effect).Value.Name), texts["Verdict-" + reading.Verdict].Value];
    }

    public static Tone ToneOf(LinkVerdict verdict) => verdict switch
    {
        LinkVerdict.Holds => Tone.Good,
        LinkVerdict.Open => Tone.Accent,
        LinkVerdict.NotFollowed => Tone.Warning,
        LinkVerdict.Opposite => Tone.Bad,
        _ => Tone.Neutral,
    };

    public static Tone ToneOf(GaugeStatus? status) => status switch
    {
        GaugeStatus.Reached => Tone.Good,
        GaugeStatus.Near => Tone.Accent,
        GaugeStatus.Short => Tone.Warning,
        _ => Tone.Neutral,
    };
}
