using Tajriba.Kernel.Access;
using Tajriba.Leadership.Maturity.Campaigns;
using Tajriba.Leadership.Maturity.Rounds;
using Tajriba.Organization.Governance.Records;
using Tajriba.Ui;

namespace Tajriba.Leadership.Maturity.Plans;

/// <summary>Road maps are of the whole house: whoever may see every unit sees them.</summary>
public sealed class RoadMapReader(MaturityBook book, CampaignReader campaigns, RoundReader rounds, JudgementStore judgements, ICurrentPerson person, Show show)
{
    /// <summary>Whether the person may see road maps at all.</summary>
    public bool Sees => person.ScopeOf(MaturityPermissions.View).IsEverything;

    /// <summary>Whether the person may change them.</summary>
    public bool Manages => campaigns.Manages;

    /// <summary>The road maps, the newest first.</summary>
    public IReadOnlyList<Kept<RoadMap>> All => Sees ? [.. book.All<RoadMap>(MaturityBook.Plan).Reverse()] : [];

    /// <summary>One of them, or null.</summary>
    public Kept<RoadMap>? Find(string code) => Sees ? book.Find<RoadMap>(MaturityBook.Plan, code) : null;

    /// <summary>A road map from the newest assessment and the newest round, with no name yet; null where there is no assessment to go by.</summary>
    public async Task<RoadMap?> ProposeAsync(string name, CancellationToken cancellationToken = default)
    {
        if (await campaigns.NewestAsync(cancellationToken) is not { } view)
        {
            return null;
        }

        (string? code, RoundResult? result) = (null, null);
        foreach (Kept<Round> kept in rounds.All)
        {
            if (RoundResult.Of(kept.Value, await judgements.OfAsync(kept.Code, cancellationToken), null) is { } found)
            {
                (code, result) = (kept.Code, found);
                break;
            }
        }

        return new(name, view.Campaign.Id, code, RoadMapProposal.Of(Results.Scoring.Of(view.Frame, view.Sheets), view.Campaign.Plan.Target, result, show.Today, show.Reader.Calendar));
    }
}
