using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Organization.Governance.Records;

namespace Tajriba.Organization.Strategy;

/// <summary>What this room keeps, every version of it.</summary>
public sealed class StrategyBook(IDatabase database, IExperienceLog log, IAuditTrail audit, TimeProvider clock) : RecordBook(database, log, audit, clock, "strategy_records", "strategy")
{
    /// <summary>Where the organization, or the experience of its customers, is going; one of each <see cref="Directions.Side"/>.</summary>
    public const string Direction = "direction";

    /// <summary>The perspectives of the map, all in one record.</summary>
    public const string Perspectives = "perspectives";

    /// <summary>A strategic objective.</summary>
    public const string Objective = "objective";

    /// <summary>All links between objectives, in one record: so nobody can close a circle while somebody else does.</summary>
    public const string Links = "links";

    /// <summary>Code of what there is one of.</summary>
    public const string Only = "only";

    /// <summary>Before the number in the code of an objective.</summary>
    public const string Prefix = "O";

    /// <summary>All kinds; also the end of the audited action (<c>strategy.direction</c>).</summary>
    public static IReadOnlyList<string> Kinds { get; } = [Direction, Perspectives, Objective, Links];
}
