using Tajriba.Organization.Governance.Records;
using Tajriba.Statistics;

namespace Tajriba.Leadership.Leadership.Portfolio;

/// <summary>The best that can be done with a budget.</summary>
/// <param name="Items">Every candidate with its worth and whether it is chosen, the most worth for its cost first.</param>
/// <param name="Budget">What can be spent.</param>
/// <param name="Choice">What to do; null where the conditions cannot all be fulfilled.</param>
public sealed record PortfolioPlan(IReadOnlyList<PlannedItem> Items, decimal Budget, KnapsackChoice? Choice)
{
    /// <summary>Customers helped by what is chosen, whatever it is weighed by.</summary>
    public double Effect => Items.Where(i => i.IsChosen).Sum(i => i.Kept.Value.Effect);

    /// <summary>What is chosen costs.</summary>
    public decimal Cost => Choice?.Cost ?? 0;

    /// <summary>What can be spent: as the house says, or half of what all would cost where nobody has said it, which makes one choose.</summary>
    public static decimal UsualBudget(IReadOnlyList<Kept<Candidate>> candidates, Judgement judgement) => judgement.Budget ?? decimal.Round(candidates.Sum(c => c.Value.Cost) / 2);

    /// <summary>The best choice.</summary>
    /// <param name="candidates">What could be done.</param>
    /// <param name="budget">What can be spent.</param>
    /// <param name="asked">What is pinned, and by what worth is measured.</param>
    /// <param name="judgement">The house's weights.</param>
    public static PortfolioPlan Of(IReadOnlyList<Kept<Candidate>> candidates, decimal budget, WhatIf asked, Judgement judgement)
    {
        IReadOnlyList<Kept<Candidate>> all = [.. candidates.Take(Knapsack.MostItems)];
        var place = all.Index().ToDictionary(c => c.Item.Code, c => c.Index, StringComparer.Ordinal);
        double[] worth = Worth(all, asked.ByWeights, judgement);
        KnapsackChoice? choice = Knapsack.Best([.. all.Select((kept, at) => Item(kept, worth[at], asked, place))], budget);
        HashSet<int> taken = [.. choice?.Taken ?? []];
        return new(
            [.. all.Select((kept, at) => new PlannedItem(kept, worth[at], taken.Contains(at), asked.With.Contains(kept.Code) ? true : asked.Without.Contains(kept.Code) ? false : null))
                .OrderByDescending(i => i.PerCost).ThenBy(i => i.Kept.Value.Title, StringComparer.CurrentCultureIgnoreCase)],
            budget, choice);
    }

    /// <summary>What is left out by the address is left out even where it must be done: that is what was asked.</summary>
    private static KnapsackItem Item(Kept<Candidate> kept, double worth, WhatIf asked, Dictionary<string, int> place)
    {
        bool isOut = asked.Without.Contains(kept.Code) || kept.Value.Needs.Any(n => !place.ContainsKey(n));
        return new(worth, kept.Value.Cost)
        {
            Taken = isOut ? false : kept.Value.Must || asked.With.Contains(kept.Code) ? true : null,
            Needs = Places(kept.Value.Needs),
            Excludes = Places(kept.Value.Excludes),
        };

        int[] Places(IReadOnlyList<string> codes) => [.. codes.Where(place.ContainsKey).Select(c => place[c])];
    }

    private static double[] Worth(IReadOnlyList<Kept<Candidate>> all, bool byWeights, Judgement judgement)
    {
        if (!byWeights)
        {
            return [.. all.Select(c => c.Value.Effect)];
        }

        IReadOnlyList<double> weights = judgement.Weights().Weights;
        double most = Math.Max(1, all.Count == 0 ? 1 : all.Max(c => c.Value.Customers));
        return [.. all.Select(c => 100 * ((weights[0] * c.Value.Customers / most) + (((weights[1] * c.Value.Gain) + (weights[2] * c.Value.Speed) + (weights[3] * c.Value.Sureness)) / Candidate.MostGrade)))];
    }
}
