namespace Tajriba.Leadership.Maturity.Campaigns;

/// <summary>Whom an assessment asks, and when.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Units">Codes of the units that are asked.</param>
/// <param name="OpensOn">First day.</param>
/// <param name="ClosesOn">Last day.</param>
/// <param name="IsAnonymous">Whether names are not asked for.</param>
/// <param name="Threshold">Of an anonymous one: fewest answers that anything is said about.</param>
/// <param name="Target">Level that is aimed at.</param>
public sealed record CampaignPlan(string Name, IReadOnlyList<string> Units, DateOnly OpensOn, DateOnly ClosesOn, bool IsAnonymous, int Threshold, double Target)
{
    /// <summary>Most units, and the ends of threshold and target.</summary>
    public const int MostUnits = 100, LeastThreshold = 3, MostThreshold = 50;

    private const int LongestName = 200, LongestDays = 400;

    /// <summary>What is wrong with it: a key of the texts; null where nothing is.</summary>
    public string? Fault() => string.IsNullOrWhiteSpace(Name) || Name.Length > LongestName ? "name"
        : Units.Count is 0 or > MostUnits || Units.Distinct(StringComparer.Ordinal).Count() != Units.Count ? "units"
        : ClosesOn < OpensOn || ClosesOn.DayNumber - OpensOn.DayNumber > LongestDays ? "dates"
        : Threshold is < LeastThreshold or > MostThreshold ? "threshold"
        : Target is not (>= 1 and <= Frames.Frame.Levels) ? "target"
        : null;
}
