using System.Globalization;
using Tajriba.Kernel.Access;
using Tajriba.Leadership.Maturity.Results;
using Tajriba.Leadership.Maturity.Rounds;

namespace Tajriba.Leadership.Maturity.Plans;

/// <summary>From the gaps of an assessment to steps.</summary>
public static class RoadMapProposal
{
    private const int PerQuarter = 3;

    /// <summary>
    /// One step for each component below the target, those first that drive much and have far to go. A step begins with the weakest
    /// of the component's categories that the library has something for on its level. Where a round tells what drives what, a step
    /// waits for the strongest of the drivers before it.
    /// </summary>
    /// <param name="standing">Where the organization stands.</param>
    /// <param name="target">Level that is aimed at.</param>
    /// <param name="round">What drives what, or null.</param>
    /// <param name="today">The steps begin in the quarter after this day.</param>
    /// <param name="calendar">Whose quarters.</param>
    public static IReadOnlyList<RoadStep> Of(Standing standing, double target, RoundResult? round, DateOnly today, CalendarKind calendar)
    {
        ArgumentNullException.ThrowIfNull(standing);
        ComponentScore[] gaps = [.. standing.Components.Where(c => c.Mean < target && InitiativeLibrary.For(c.Component.Key, c.Mean) is not null).OrderByDescending(c => Drive(round, c) * (target - c.Mean))];
        var steps = new List<RoadStep>();
        var later = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < gaps.Length; i++)
        {
            ComponentScore gap = gaps[i];
            RoadStep? driver = round is null ? null : steps.Where(s => Influence(round, s.Component, gap.Component.Key) > round.Dematel.Threshold).MaxBy(s => Influence(round, s.Component, gap.Component.Key));
            int quarter = driver is null ? 1 : later[driver.Key] + 1;
            while (later.Values.Count(q => q == quarter) >= PerQuarter)
            {
                quarter++;
            }

            string key = (i + 1).ToString(CultureInfo.InvariantCulture);
            later[key] = quarter;
            steps.Add(Step(key, gap, target) with { Quarter = Quarters.Middle(today, quarter, calendar), After = driver is null ? [] : [driver.Key] });
        }

        return steps;
    }

    private static RoadStep Step(string key, ComponentScore gap, double target)
    {
        CategoryScore? weakest = gap.Categories
            .Where(c => c.Sample.Count > 0 && c.Sample.Mean < target && InitiativeLibrary.ForCategory(c.Category.Key, c.Sample.Mean) is not null)
            .MinBy(c => c.Sample.Mean);
        if (weakest is not null)
        {
            CategoryIdea own = InitiativeLibrary.ForCategory(weakest.Category.Key, weakest.Sample.Mean)!;
            return new(key, gap.Component.Key, Math.Round(weakest.Sample.Mean, 2), own.Title, own.Technology, own.Effort, default, null, []) { Category = weakest.Category.Key };
        }

        InitiativeIdea idea = InitiativeLibrary.For(gap.Component.Key, gap.Mean)!;
        return new(key, gap.Component.Key, Math.Round(gap.Mean, 2), idea.Title, idea.Technology, idea.Effort, default, null, []);
    }

    private static double Drive(RoundResult? round, ComponentScore score) => IndexOf(round, score.Component.Key) is { } i ? round!.Dematel.Given[i] : score.Component.Weight;

    private static double Influence(RoundResult? round, string from, string to) => IndexOf(round, from) is { } i && IndexOf(round, to) is { } j ? round!.Dematel.Total[i][j] : double.NegativeInfinity;

    private static int? IndexOf(RoundResult? round, string component)
    {
        for (int i = 0; i < (round?.Round.Factors.Count ?? 0); i++)
        {
            if (round!.Round.Factors[i].Key == component)
            {
                return i;
            }
        }

        return null;
    }
}
