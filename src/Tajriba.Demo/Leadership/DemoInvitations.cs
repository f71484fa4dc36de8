using Tajriba.Demo.Building;
using Tajriba.Demo.Group;
using Tajriba.Demo.Story;
using Tajriba.Kernel.Access;
using Tajriba.Leadership.Maturity.Answer;
using Tajriba.Leadership.Maturity.Campaigns;
using Tajriba.Leadership.Maturity.Frames;
using Tajriba.Leadership.Maturity.Invitations;

namespace Tajriba.Demo.Leadership;

/// <summary>An assessment that runs: the seven heads of the house are asked by name, four of them have answered, the others were reminded.</summary>
internal static class DemoInvitations
{
    private const int Closed = 2;

    private static readonly string[] Asked = ["executive", "analyst", "manager", "agent", "finance-lead", "people-lead", "care-lead"];
    private static readonly string[] Answered = ["executive", "analyst", "people-lead", "care-lead"];

    /// <summary>Opens it after those that are closed; does nothing where there is one.</summary>
    public static async Task AddAsync(CampaignStore campaigns, SheetStore sheets, InvitationStore invitations, IPeople people, DemoPlan plan, CancellationToken cancellationToken)
    {
        var known = (await people.ListAsync(null, null, 500, cancellationToken)).ToDictionary(p => p.UserName, p => p.Id, StringComparer.OrdinalIgnoreCase);
        if ((await campaigns.ListAsync(cancellationToken)).Count != Closed || !Array.TrueForAll(Asked, known.ContainsKey))
        {
            return;
        }

        DateOnly today = DateOnly.FromDateTime(plan.Now.ToOffset(DemoCalendar.Offset).DateTime);
        Campaign campaign = await campaigns.AddAsync(
            OwnFrame.Key, 0, new("بلوغ تجربه مشتری از نگاه ستاد", [DemoGroup.Root], today.AddDays(-4), today.AddDays(10), IsAnonymous: true, Threshold: 5, Target: 4), cancellationToken);
        await invitations.InviteAsync(campaign.Id, [.. Asked.Select(a => (known[a], DemoGroup.Root, AnswerRole.Leader))], cancellationToken);
        await sheets.AddAsync(DemoMaturity.AnswerOfHeads(plan.Seed, campaign.Id, Answered.Length), today, cancellationToken);
        foreach (string person in Answered)
        {
            await invitations.AnsweredAsync(campaign.Id, known[person], cancellationToken);
        }

        await invitations.RemindAsync(campaign.Id, today, cancellationToken);
    }
}
