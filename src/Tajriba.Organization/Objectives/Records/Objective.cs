using System.Text.Json.Serialization;
using Tajriba.Organization.Objectives.Results;

namespace Tajriba.Organization.Objectives.Records;

/// <summary>What somebody wants to be so by the end of a cycle, and by what it is seen.</summary>
/// <param name="Title">What should be so, in words that move people; its key results hold the numbers.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="Cycle">Code of the cycle.</param>
/// <param name="Level">Whose it is.</param>
/// <param name="Unit">Code of the unit; null for the organization.</param>
/// <param name="Owner">Id of the person who answers for it.</param>
public sealed record Objective(string Title, string Why, string Cycle, ObjectiveLevel Level, string? Unit, long? Owner)
{
    /// <summary>Most key results of one.</summary>
    public const int MostResults = 12;

    /// <summary>Code of the objective that it serves, or null.</summary>
    public string? Parent { get; init; }

    /// <summary>Whether its progress counts in that of the one it serves; otherwise both only point the same way.</summary>
    public bool Contributes { get; init; }

    public IReadOnlyList<KeyResult> Results { get; init; } = [];

    /// <summary>Of what it was made: a path within the product, as of a road map; null for nothing.</summary>
    public string? Origin { get; init; }

    /// <summary>How it ended; null while it runs.</summary>
    public Scoring? Scoring { get; init; }

    /// <summary>A key that no result of it has.</summary>
    [JsonIgnore]
    public string NextKey => "K" + (1 + Results.Select(r => int.Parse(r.Key[1..], System.Globalization.CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max()).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
