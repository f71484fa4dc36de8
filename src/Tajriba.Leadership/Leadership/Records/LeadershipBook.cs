using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Organization.Governance.Records;

namespace Tajriba.Leadership.Leadership.Records;

/// <summary>What this room keeps: each kind of <see cref="LeadershipKind"/>.</summary>
public sealed class LeadershipBook(IDatabase database, IExperienceLog log, IAuditTrail audit, TimeProvider clock) : RecordBook(database, log, audit, clock, "leadership_records", "leadership");
