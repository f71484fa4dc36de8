using System.Globalization;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Leadership.Maturity.Campaigns;
using Tajriba.Leadership.Maturity.Weights;
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

    /// <summary>The kind of an assessment's weights.</summary>
    public const string Weights = "weights";

    /// <summary>Under what the weights of an assessment are kept.</summary>
    public static string CodeOf(Campaign campaign)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        return campaign.Id.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>How an assessment weighs; as its frame does where nobody said otherwise.</summary>
    public Weighting WeightingOf(Campaign campaign) => Find<Weighting>(Weights, CodeOf(campaign))?.Value ?? Weighting.Usual;
}
