using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Organization.Governance.Records;

namespace Tajriba.Organization.Processes.Inventory;

/// <summary>The processes on record, every version of them.</summary>
public sealed class ProcessBook(IDatabase database, IExperienceLog log, IAuditTrail audit, TimeProvider clock) : RecordBook(database, log, audit, clock, "processes_records", "processes")
{
    /// <summary>The one kind of record.</summary>
    public const string Kind = "process";

    /// <summary>Before the number in a code.</summary>
    public const string Prefix = "R";
}
