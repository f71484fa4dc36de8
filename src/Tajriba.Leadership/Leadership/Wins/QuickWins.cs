using Tajriba.Leadership.Leadership.Portfolio;
using Tajriba.Organization.Governance.Records;

namespace Tajriba.Leadership.Leadership.Wins;

/// <summary>Finds what is small and does much among the initiatives of the portfolio.</summary>
public static class QuickWins
{
    /// <summary>Most that are proposed: more than a hand full nobody begins.</summary>
    public const int Most = 5;

    /// <summary>Customers feel it within a season, or sooner.</summary>
    private const int Soon = 4;

    /// <summary>It has worked elsewhere, or is surer than that.</summary>
    private const int Sure = 3;

    /// <summary>
    /// Those of the cheaper half that customers feel soon, that are sure enough, that need nothing else first and that nobody has begun, the most
    /// effect for their cost first.
    /// </summary>
    /// <param name="candidates">The initiatives of the portfolio.</param>
    /// <param name="wins">What was begun already.</param>
    public static IReadOnlyList<Kept<Candidate>> Among(IReadOnlyList<Kept<Candidate>> candidates, IReadOnlyList<Kept<Win>> wins)
    {
        HashSet<string> begun = [.. wins.Select(w => w.Value.Candidate).OfType<string>()];
        decimal[] costs = [.. candidates.Select(c => c.Value.Cost).Order()];
        decimal half = costs.Length == 0 ? 0 : costs[(costs.Length - 1) / 2];
        return
        [
            .. candidates.Where(c => c.Value.Cost <= half && c.Value.Speed >= Soon && c.Value.Sureness >= Sure && c.Value.Needs.Count == 0 && c.Value.Effect > 0 && !begun.Contains(c.Code))
                .OrderByDescending(c => c.Value.Cost == 0 ? double.PositiveInfinity : c.Value.Effect / (double)c.Value.Cost).ThenBy(c => c.Code, StringComparer.Ordinal)
                .Take(Most),
        ];
    }
}
