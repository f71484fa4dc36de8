using Tajriba.Organization.Governance.Records;
using Tajriba.Organization.Processes.Inventory;
using Tajriba.Organization.Processes.Relations;

namespace Tajriba.Organization.Processes.Ranking;

/// <summary>A process that could be redesigned.</summary>
/// <param name="Process">The process.</param>
/// <param name="Relation">Its strongest relation with the experience of customers; null where none could be measured.</param>
public sealed record Candidate(Kept<Process> Process, Relation? Relation)
{
    /// <summary>How much it has to do with the experience, 0 to 1; 0 where that may be chance.</summary>
    public double Effect => Relation?.Strength ?? 0;

    /// <summary>How easily it can be redesigned, 0 to 1.</summary>
    public double Feasibility => (double)Process.Value.Feasibility / Inventory.Process.MostFeasible;

    /// <summary>Effect times feasibility: what is strong and easy comes first.</summary>
    public double Score => Effect * Feasibility;
}
