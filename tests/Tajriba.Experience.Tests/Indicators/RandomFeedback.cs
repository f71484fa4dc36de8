using Tajriba.Experience.Indicators;
using Tajriba.Kernel.Log;

namespace Tajriba.Experience.Tests.Indicators;

/// <summary>Events by dice, in no order of time, and one definition of every kind over them.</summary>
internal static class RandomFeedback
{
    private static readonly string[] Units = ["n1", "s1", "elsewhere"];
    private static readonly string[] Names = ["Asked", "Answered", "Complained"];

    public static IReadOnlyList<IndicatorDefinition> Definitions { get; } =
    [
        new() { Id = 1, Version = 1, Key = "share", Name = new("Share"), Kind = IndicatorKind.Share, Of = Of("Answered"), Hit = [new("scores.csat", ConditionTest.AtLeast, ["4"])], Slices = ["context.segment"] },
        new() { Id = 2, Version = 1, Key = "followed", Name = new("Followed"), Kind = IndicatorKind.Followed, Of = Of("Asked"), Then = Of("Answered"), ObjectType = "customer", Days = 5, Slices = ["context.segment"] },
        new() { Id = 3, Version = 1, Key = "rate", Name = new("Rate"), Kind = IndicatorKind.Rate, Of = Of("Complained"), Per = Of("Asked"), Slices = ["context.segment"] },
        new() { Id = 4, Version = 1, Key = "mean", Name = new("Mean"), Kind = IndicatorKind.Mean, Of = Of("Answered"), Value = "scores.csi.speed", Slices = ["context.segment"] },
        new() { Id = 5, Version = 1, Key = "elapsed", Name = new("Elapsed"), Kind = IndicatorKind.Percentile, Of = Of("Asked"), Then = Of("Answered"), ObjectType = "customer", Days = 5, Slices = ["context.segment"] },
        new() { Id = 6, Version = 1, Key = "nps", Name = new("NPS"), Kind = IndicatorKind.NetShares, Of = Of("Answered") with { Where = [new("test", ConditionTest.IsNot, ["true"])] }, Value = "scores.nps", Slices = ["context.segment"] },
        new() { Id = 7, Version = 1, Key = "again", Name = new("Again"), Kind = IndicatorKind.Followed, Of = Of("Asked"), Then = Of("Asked"), ObjectType = "customer", Days = 3, Not = true, Slices = ["context.segment"] },
    ];

    public static List<NewEvent> Events(int seed, int count)
    {
        var dice = new Random(seed);
        var events = new List<NewEvent>();
        for (var i = 0; i < count; i++)
        {
            var name = Names[dice.Next(3)];
            events.Add(new NewEvent
            {
                Source = "test",
                Id = i.ToString(),
                Name = name,
                Time = ObserverHouse.Now.AddMinutes(-dice.Next(60 * 24 * 60)),
                Unit = Units[dice.Next(3)],
                Channel = dice.Next(2) == 0 ? "sms" : "web",
                Objects = [new("customer", "c" + dice.Next(8)), new("survey", "s")],
                Attributes = $$"""
                    {"test":{{(dice.Next(5) == 0 ? "true" : "false")}},"scores":{"csat":{{dice.Next(1, 6)}},"nps":{{dice.Next(11)}},"csi":50.5,"csi.speed":{{dice.Next(101)}}},"context":{"segment":"{{"abc"[dice.Next(3)]}}"} }
                    """,
            });
        }

        return events;
    }

    private static EventQuery Of(string name) => new([name], []);
}
