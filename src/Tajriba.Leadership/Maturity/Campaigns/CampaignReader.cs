using Tajriba.Kernel.Access;
using Tajriba.Leadership.Maturity.Answer;
using Tajriba.Leadership.Maturity.Frames;
using Tajriba.Ui;
using Tajriba.Leadership.Maturity.Weights;

namespace Tajriba.Leadership.Maturity.Campaigns;

/// <summary>What one person may see of assessments: those that ask one of their units, and of these their units alone.</summary>
public sealed class CampaignReader(CampaignStore store, SheetStore sheets, FrameLibrary library, MaturityBook book, ICurrentPerson person, Show show)
{
    /// <summary>Whether the person may change assessments.</summary>
    public bool Manages => person.ScopeOf(MaturityPermissions.Manage).IsEverything;

    /// <summary>The assessments that may be seen, with how many sheets were handed in of the units that may be seen.</summary>
    public async Task<IReadOnlyList<CampaignRow>> ListAsync(CancellationToken cancellationToken = default)
    {
        UnitScope scope = Scope;
        ILookup<long, (string Unit, int Done)> done = await sheets.DoneAsync(cancellationToken);
        return [.. (await store.ListAsync(cancellationToken)).Where(Sees).Select(c => new CampaignRow(c, done[c.Id].Where(d => scope.Contains(d.Unit)).Sum(d => d.Done)))];
    }

    /// <summary>One of them, or null.</summary>
    public async Task<Campaign?> FindAsync(long id, CancellationToken cancellationToken = default)
        => await store.FindAsync(id, cancellationToken) is { } campaign && Sees(campaign) ? campaign : null;

    /// <summary>One of them with what was handed in, or null.</summary>
    public async Task<CampaignView?> ReadAsync(long id, CancellationToken cancellationToken = default)
        => await FindAsync(id, cancellationToken) is { IsDeleted: false } campaign ? await ReadAsync(campaign, cancellationToken) : null;

    /// <summary>What was handed in of an assessment.</summary>
    public Task<CampaignView?> ReadAsync(Campaign campaign, CancellationToken cancellationToken = default) => ReadAsync(campaign, book.WeightingOf(campaign), cancellationToken);

    private async Task<CampaignView?> ReadAsync(Campaign campaign, Weighting weighting, CancellationToken cancellationToken)
    {
        if (await library.FindAsync(campaign.FrameKey, campaign.FrameVersion, cancellationToken) is not { } frame)
        {
            return null;
        }

        UnitScope scope = Scope;
        Sheet[] seen = [.. (await sheets.OfAsync(campaign.Id, cancellationToken)).Where(s => scope.Contains(s.Unit))];
        Sheet[] done = [.. seen.Where(s => s.IsDone)];
        bool isHeld = campaign.Plan.IsAnonymous && (campaign.IsOpen(show.Today) || done.Length < campaign.Plan.Threshold);
        return new(campaign, weighting.On(frame), [.. campaign.Plan.Units.Where(scope.Contains)], done, seen.Length - done.Length, isHeld) { Weights = weighting.Kind };
    }

    /// <summary>The newest one whose results may be seen, or null.</summary>
    public async Task<CampaignView?> NewestAsync(CancellationToken cancellationToken = default)
    {
        foreach ((Campaign campaign, int done) in await ListAsync(cancellationToken))
        {
            if (done > 0 && await ReadAsync(campaign, cancellationToken) is { IsHeld: false } view)
            {
                return view;
            }
        }

        return null;
    }

    /// <summary>The one before it that asked by the same frame and may be compared with it, weighed as this one is, or null.</summary>
    public async Task<CampaignView?> BeforeAsync(Campaign campaign, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        Campaign? before = (await store.ListAsync(cancellationToken)).FirstOrDefault(c => c.Id != campaign.Id && c.FrameKey == campaign.FrameKey && c.Plan.ClosesOn < campaign.Plan.ClosesOn && Sees(c));
        return before is not null && await ReadAsync(before, book.WeightingOf(campaign), cancellationToken) is { IsHeld: false, Sheets.Count: > 0 } view ? view : null;
    }

    private UnitScope Scope => person.ScopeOf(MaturityPermissions.View);

    private bool Sees(Campaign campaign)
    {
        UnitScope scope = Scope;
        return campaign.Plan.Units.Any(scope.Contains);
    }
}
