using System.Text.Json;
using Tajriba.Statistics;

namespace Tajriba.Host.CommandLine.Stats;

/// <summary>Sample sizes and power. Each member of the input is a question, as a text or as an object, answered under its name.</summary>
internal static class SampleSizeMethods
{
    public static StatsMethod[] All => [new("sample-size", Sizes)];

    private static Answer Sizes(MethodInput input)
    {
        var answer = new Answer();
        foreach (string name in input.Names.Where(input.Has))
        {
            SampleQuestion question = input.KindOf(name) == JsonValueKind.Object
                ? SampleQuestion.Of(input.Object(name))
                : SampleQuestion.Parse(input.Text(name)) ?? throw input.Refuse(name, SampleQuestion.Expected);
            answer.Add(name, Solve(input, name, question));
        }

        return answer.Any() ? answer : throw input.Refuse("a", "is missing: ask at least one question");
    }

    private static object Solve(MethodInput input, string name, SampleQuestion question)
    {
        double alpha = question.Alpha ?? 0.05, power = question.Power ?? 0.8;
        try
        {
            return question switch
            {
                { Share1: { } p1, Share2: { } p2, Arcsine: true } => new Answer
                {
                    { "h", SampleSize.EffectSize(p1, p2) }, { "n", SampleSize.TwoProportionsByArcsine(p1, p2, power, alpha) },
                },
                { Share1: { } p1, Share2: { } p2 } => SampleSize.TwoProportions(p1, p2, power, alpha),
                { Difference: { } delta, GroupSize: { } n } => SampleSize.PowerOfTwoMeans(n, delta, question.Deviation ?? 1, alpha),
                { Difference: { } delta } => SampleSize.TwoMeans(delta, question.Deviation ?? 1, power, alpha),
                { Deviation: { } deviation, Margin: { } margin } => SampleSize.Mean(deviation, margin, question.Confidence),
                { Margin: { } margin } => Cochran(question, margin),
                _ => throw input.Refuse(name, SampleQuestion.Expected),
            };
        }
        catch (ArgumentException e)
        {
            throw input.Refuse(name, e.Message.Split('\n')[0].Split(" (Parameter")[0]);
        }
    }

    private static Answer Cochran(SampleQuestion question, double margin)
    {
        double share = question.Share1 ?? 0.5;
        var answer = new Answer { { "n0", SampleSize.Proportion(share, margin, null, question.Confidence) } };
        if (question.Population is { } population)
        {
            answer.Add("n_fpc", SampleSize.Proportion(share, margin, population, question.Confidence));
        }

        return answer;
    }
}
