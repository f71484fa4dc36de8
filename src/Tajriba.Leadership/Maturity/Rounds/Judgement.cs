namespace Tajriba.Leadership.Maturity.Rounds;

/// <summary>What one expert judged.</summary>
/// <param name="Person">Id of the expert.</param>
/// <param name="Levels">0 to 4 by <see cref="Pair"/>; what was not judged yet is not there.</param>
/// <param name="IsDone">Whether it was handed in.</param>
public sealed record Judgement(long Person, IReadOnlyDictionary<string, int> Levels, bool IsDone)
{
    /// <summary>What one factor does to another.</summary>
    public static string Pair(Factor from, Factor to) => $"{from.Key}>{to.Key}";

    /// <summary>Nothing yet.</summary>
    public static Judgement None(long person) => new(person, new Dictionary<string, int>(), false);

    /// <summary>How many pairs of a round were judged.</summary>
    public int Count(Round round) => round.Factors.Sum(f => Count(round, f));

    /// <summary>How many influences of one factor were judged.</summary>
    public int Count(Round round, Factor from) => round.Factors.Count(to => to != from && Levels.ContainsKey(Pair(from, to)));

    /// <summary>Whether all pairs of a round were judged.</summary>
    public bool IsWhole(Round round) => Count(round) == round.Factors.Count * (round.Factors.Count - 1);

    /// <summary>The levels as rows of a matrix, 0 in the diagonal and where nothing was judged.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Matrix(Round round)
        => [.. round.Factors.Select(from => (IReadOnlyList<double>)[.. round.Factors.Select(to => from == to ? 0.0 : Levels.GetValueOrDefault(Pair(from, to)))])];
}
