using Microsoft.Extensions.Localization;
using Tajriba.Experience.Journeys.Instances;
using Tajriba.Ui;

namespace Tajriba.Experience.Journeys.Friction;

/// <summary>Says frictions in plain words, and what about them is not proven.</summary>
public sealed class FrictionWords(JourneyWords names, Show show, IStringLocalizer<FrictionWords> texts)
{
    /// <summary>What kind of friction.</summary>
    public string Kind(FrictionKind kind) => texts["Kind" + kind];

    /// <summary>What happens, in one line.</summary>
    public string Title(FrictionKey key) => key.Kind switch
    {
        FrictionKind.LongWait => texts["TitleLongWait", names.Pair(key.First, key.Second)],
        FrictionKind.PingPong => texts["TitlePingPong", names.Place(key.Dimension, key.First), names.Place(key.Dimension, key.Second)],
        FrictionKind.RepeatedContact => texts["TitleRepeatedContact", key.Dimension == "event" ? names.Event(key.First) : key.First],
        FrictionKind.HandoverLayers => texts[key.Dimension == "unit" ? "TitleLayersUnit" : "TitleLayersEmployee"],
        _ => texts["Title" + key.Kind, names.Event(key.First)],
    };

    /// <summary>How it is found and how the time lost is counted.</summary>
    public string Rule(FrictionKey key) => texts["Rule" + key.Kind];

    /// <summary>The effect on the outcome, in one line.</summary>
    public string Effect(FrictionFinding finding)
    {
        if (finding.Outcome is not { } outcome)
        {
            return finding.OutcomeThin ? texts["EffectThin"] : texts["EffectNone"];
        }

        var best = outcome.Best;
        var figure = show.Signed(best.Value * 100) + " (" + show.Range(best.Lower * 100, best.Upper * 100, 1) + ")";
        return outcome.IsReal ? texts[best.Value < 0 ? "EffectWorse" : "EffectBetter", figure] : texts["EffectUncertain", figure];
    }

    /// <summary>One sentence on what this does not prove.</summary>
    public string NotProven(FrictionFinding finding, InstanceLog log)
    {
        if (finding.Key.Kind == FrictionKind.DropOff)
        {
            return texts["NotProvenDropOff"];
        }

        return finding.Outcome switch
        {
            null => texts["NotProvenTime"],
            { Adjusted: not null } => texts["NotProvenAdjusted", show.List(log.Definition.Confounders.Select(names.Attribute))],
            _ => texts["NotProvenCrude"],
        };
    }
}
