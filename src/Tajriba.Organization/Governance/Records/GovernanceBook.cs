using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Organization.Governance.Records;

/// <summary>What this room keeps: each kind of <see cref="RecordKind"/>.</summary>
public sealed class GovernanceBook(IDatabase database, IExperienceLog log, IAuditTrail audit, TimeProvider clock) : RecordBook(database, log, audit, clock, "governance_records", "governance");
