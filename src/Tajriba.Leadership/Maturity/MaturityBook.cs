using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Organization.Governance.Records;

namespace Tajriba.Leadership.Maturity;

/// <summary>What this room keeps in versions: rounds of experts and road maps.</summary>
public sealed class MaturityBook(IDatabase database, IExperienceLog log, IAuditTrail audit, TimeProvider clock) : RecordBook(database, log, audit, clock, "maturity_records", "maturity")
{
    /// <summary>The kind of a round.</summary>
    public const string Round = "round";

    /// <summary>Before the number of a round.</summary>
    public const string RoundPrefix = "E";

    /// <summary>The kind of a road map.</summary>
    public const string Plan = "plan";

    /// <summary>Before the number of a road map.</summary>
    public const string PlanPrefix = "W";
}
