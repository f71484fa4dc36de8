using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Organization.Governance.Records;

namespace Tajriba.Leadership.Culture.Records;

/// <summary>What this room keeps, every version of it: each kind of <see cref="CultureKind"/>.</summary>
public sealed class CultureBook(IDatabase database, IExperienceLog log, IAuditTrail audit, TimeProvider clock) : RecordBook(database, log, audit, clock, "culture_records", "culture");
