using Tajriba.Leadership.Maturity.Results;
using Tajriba.Statistics;

namespace Tajriba.Leadership.Maturity.Rounds;

/// <summary>What came out of a round.</summary>
/// <param name="Round">Which.</param>
/// <param name="Judgements">Those that were handed in.</param>
/// <param name="Direct">The group's direct influences.</param>
/// <param name="Dematel">All influences, direct and indirect.</param>
/// <param name="Agreement">Krippendorff's alpha over experts and pairs, ordinal; null where it cannot be computed.</param>
/// <param name="ConsensusGap">How much the last expert moved the average, in percent; null of fewer than two.</param>
/// <param name="Distances">By expert: mean distance from the average of the others; empty of fewer than two.</param>
public sealed record RoundResult(
    Round Round,
    IReadOnlyList<Judgement> Judgements,
    IReadOnlyList<IReadOnlyList<double>> Direct,
    DematelResult Dematel,
    double? Agreement,
    double? ConsensusGap,
    IReadOnlyDictionary<long, double> Distances)
{
    /// <summary>Below this gap, in percent, the panel is commonly held to be large enough.</summary>
    public const double ConsensusGapLimit = 5;

    /// <summary>Above this mean distance from the others an expert's judgement is worth a talk.</summary>
    public const double FarAway = 1;

    /// <summary>Puts the judgements together; null where nobody has handed in, or no influence was seen at all.</summary>
    /// <param name="round">What was asked.</param>
    /// <param name="judgements">All of its judgements.</param>
    /// <param name="threshold">What a total influence must be above to be drawn; the mean where null.</param>
    public static RoundResult? Of(Round round, IEnumerable<Judgement> judgements, double? threshold)
    {
        ArgumentNullException.ThrowIfNull(round);
        Judgement[] done = [.. judgements.Where(j => j.IsDone && j.IsWhole(round))];
        IReadOnlyList<IReadOnlyList<double>>[] experts = [.. done.Select(j => j.Matrix(round))];
        if (experts.Length == 0)
        {
            return null;
        }

        IReadOnlyList<IReadOnlyList<double>> direct = round.IsFuzzy ? FuzzyDematel.Crisp(experts) : Tajriba.Statistics.Dematel.Average(experts);
        try
        {
            return new(round, done, direct, Tajriba.Statistics.Dematel.Analyse(direct, threshold: threshold), AgreementOf(experts), experts.Length < 2 ? null : Tajriba.Statistics.Dematel.ConsensusGapPercent(experts), DistancesOf(done, experts));
        }
        catch (ArgumentException)
        {
            // Where nobody sees any influence, or all see the strongest everywhere, there is nothing to draw.
            return null;
        }
    }

    /// <summary>
    /// Where to start: factors that drive others more than they are driven, and are weak in an assessment. The larger what a
    /// factor gives and the way to the target, the earlier it stands.
    /// </summary>
    public IReadOnlyList<StartHere> StartHere(Standing standing, double target)
    {
        ArgumentNullException.ThrowIfNull(standing);
        return
        [
            .. Dematel.Causes
                .Select(i => (Factor: Round.Factors[i], Given: Dematel.Given[i], Score: standing.Components.FirstOrDefault(c => c.Component.Key == Round.Factors[i].Key)))
                .Where(c => c.Score is { } score && score.Mean < target)
                .OrderByDescending(c => c.Given * (target - c.Score!.Mean))
                .Select(c => new StartHere(c.Factor, c.Given, c.Score!.Mean)),
        ];
    }

    private static double? AgreementOf(IReadOnlyList<IReadOnlyList<double>>[] experts)
    {
        if (experts.Length < 2)
        {
            return null;
        }

        double alpha = KrippendorffAlpha.Of([.. experts.Select(m => m.SelectMany((row, i) => row.Where((_, j) => j != i)).Select(v => (double?)v).ToArray())], KrippendorffMetric.Ordinal);
        return double.IsFinite(alpha) ? alpha : null;
    }

    private static Dictionary<long, double> DistancesOf(Judgement[] done, IReadOnlyList<IReadOnlyList<double>>[] experts)
    {
        var distances = new Dictionary<long, double>();
        for (int e = 0; e < experts.Length && experts.Length > 1; e++)
        {
            IReadOnlyList<IReadOnlyList<double>> others = Tajriba.Statistics.Dematel.Average([.. experts.Where((_, i) => i != e)]), own = experts[e];
            distances[done[e].Person] = own.SelectMany((row, i) => row.Select((v, j) => (Off: i != j, Distance: Math.Abs(v - others[i][j])))).Where(c => c.Off).Average(c => c.Distance);
        }

        return distances;
    }
}
