using Tajriba.Organization.Governance.Records;

namespace Tajriba.Leadership.Leadership.Portfolio;

/// <summary>A candidate in a plan.</summary>
/// <param name="Kept">The candidate.</param>
/// <param name="Worth">What it is worth: customers helped, or points of 100 by the weights.</param>
/// <param name="IsChosen">Whether it is done.</param>
/// <param name="Pinned">Whether the address takes it (true) or leaves it (false) in any case.</param>
public sealed record PlannedItem(Kept<Candidate> Kept, double Worth, bool IsChosen, bool? Pinned)
{
    /// <summary>Worth for each unit of cost; infinite where it costs nothing.</summary>
    public double PerCost => Kept.Value.Cost == 0 ? double.PositiveInfinity : Worth / (double)Kept.Value.Cost;
}
