using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Organization.Governance.Records;

namespace Tajriba.Organization.Objectives.Records;

/// <summary>What this room keeps: each kind of <see cref="ObjectiveKind"/>.</summary>
public sealed class ObjectiveBook(IDatabase database, IExperienceLog log, IAuditTrail audit, TimeProvider clock) : RecordBook(database, log, audit, clock, "objectives_records", "objectives");
