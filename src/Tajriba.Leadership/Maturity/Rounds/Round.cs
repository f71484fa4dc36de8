namespace Tajriba.Leadership.Maturity.Rounds;

/// <summary>Experts, asked by name, judge how strongly factors drive each other (DEMATEL).</summary>
/// <param name="Name">What it is called.</param>
/// <param name="IsFuzzy">Whether levels are taken as words rather than as numbers.</param>
/// <param name="Factors">What is judged.</param>
/// <param name="Experts">Ids of the people who are asked.</param>
/// <param name="OpensOn">First day.</param>
/// <param name="ClosesOn">Last day.</param>
public sealed record Round(string Name, bool IsFuzzy, IReadOnlyList<Factor> Factors, IReadOnlyList<long> Experts, DateOnly OpensOn, DateOnly ClosesOn)
{
    /// <summary>The strongest influence; 0 is none.</summary>
    public const int Strongest = 4;

    /// <summary>Ends of the numbers of factors and experts.</summary>
    public const int FewestFactors = 3, MostFactors = 15, MostExperts = 30;

    /// <summary>Longest name of a round or a factor.</summary>
    public const int LongestName = 200;

    private const int LongestDays = 400;

    /// <summary>Whether judgements are taken on a day.</summary>
    public bool IsOpen(DateOnly today) => today >= OpensOn && today <= ClosesOn;

    /// <summary>What is wrong with it: a key of the texts; null where nothing is.</summary>
    public string? Fault() => string.IsNullOrWhiteSpace(Name) || Name.Length > LongestName ? "name"
        : Factors.Count is < FewestFactors or > MostFactors || Factors.Any(f => f.Name.En.Length > LongestName) ? "factors"
        : Experts.Count is 0 or > MostExperts || Experts.Distinct().Count() != Experts.Count ? "experts"
        : ClosesOn < OpensOn || ClosesOn.DayNumber - OpensOn.DayNumber > LongestDays ? "dates"
        : null;
}
