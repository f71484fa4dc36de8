using System.Text.Json.Serialization;

namespace Tajriba.Leadership.Leadership.Portfolio;

/// <summary>An initiative for which money could be spent.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Unit">Code of the unit for which it is; null for the organization.</param>
/// <param name="Initiative">Code of the initiative of governance that it is, or null.</param>
/// <param name="Cost">What it costs.</param>
/// <param name="Customers">How many customers feel it in a year.</param>
/// <param name="Gain">How much better it gets for each of them, 1 (hardly) to 5 (what troubled them is gone).</param>
public sealed record Candidate(string Title, string? Unit, string? Initiative, decimal Cost, long Customers, int Gain)
{
    /// <summary>The highest grade.</summary>
    public const int MostGrade = 5;

    /// <summary>Most customers that one can speak of.</summary>
    public const long MostCustomers = 1_000_000_000;

    /// <summary>How soon customers feel it, 1 (in years) to 5 (in weeks).</summary>
    public int Speed { get; init; } = 3;

    /// <summary>How sure it is to work, 1 (a wager) to 5 (measured elsewhere in the house).</summary>
    public int Sureness { get; init; } = 3;

    /// <summary>Whether it is done whatever it brings: the law wants it, or it has begun.</summary>
    public bool Must { get; init; }

    /// <summary>Codes of those without which it cannot be done.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Codes of those that cannot be done beside it.</summary>
    public IReadOnlyList<string> Excludes { get; init; } = [];

    /// <summary>Customers of a year for whom everything that troubled them would be gone, as many as that: customers times the share of the highest gain.</summary>
    [JsonIgnore]
    public double Effect => Customers * (double)Gain / MostGrade;
}
