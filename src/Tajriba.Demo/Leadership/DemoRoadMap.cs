using Tajriba.Demo.Building;
using Tajriba.Demo.Story;
using Tajriba.Kernel.Access;
using Tajriba.Leadership.Maturity;
using Tajriba.Leadership.Maturity.Answer;
using Tajriba.Leadership.Maturity.Campaigns;
using Tajriba.Leadership.Maturity.Frames;
using Tajriba.Leadership.Maturity.Plans;
using Tajriba.Leadership.Maturity.Results;
using Tajriba.Leadership.Maturity.Rounds;
using Tajriba.Organization.Governance.Records;

namespace Tajriba.Demo.Leadership;

/// <summary>The road map that the house made of its newest assessment and its round of experts; most of its steps have an owner.</summary>
internal static class DemoRoadMap
{
    private const double Target = 4;

    private static readonly Dictionary<string, string> Owners = new(StringComparer.Ordinal)
    {
        ["leadership"] = "executive", ["culture"] = "people-lead", ["governance"] = "executive", ["strategy"] = "executive", ["business-processes"] = "finance-lead",
        ["cx-process"] = "analyst", ["interactions"] = "care-lead", ["employees"] = "people-lead", ["insights"] = "analyst",
    };

    /// <summary>Makes it; does nothing where there is one.</summary>
    public static async Task AddAsync(MaturityBook book, CampaignStore campaigns, SheetStore sheets, JudgementStore judgements, IPeople people, DemoPlan plan, CancellationToken cancellationToken)
    {
        if (book.VersionOf(MaturityBook.Plan, MaturityBook.PlanPrefix + "-1") > 0 || book.All<Round>(MaturityBook.Round) is not [var kept, ..] || (await campaigns.ListAsync(cancellationToken)) is not [var newest, ..])
        {
            return;
        }

        var known = (await people.ListAsync(null, null, 500, cancellationToken)).ToDictionary(p => p.UserName, p => p.Id, StringComparer.OrdinalIgnoreCase);
        DateOnly today = DateOnly.FromDateTime(plan.Now.ToOffset(DemoCalendar.Offset).DateTime);
        Standing standing = Scoring.Of(OwnFrame.Value, await sheets.OfAsync(newest.Id, cancellationToken));
        RoundResult? round = RoundResult.Of(kept.Value, await judgements.OfAsync(kept.Code, cancellationToken), null);
        RoadStep[] steps = [.. RoadMapProposal.Of(standing, Target, round, today, CalendarKind.Jalali)
            .Select(s => Owners.TryGetValue(s.Component, out string? owner) && known.TryGetValue(owner, out long id) ? s with { Owner = id } : s)];
        await book.AddAsync(MaturityBook.Plan, MaturityBook.PlanPrefix, new RoadMap("نقشهٔ راه تجربه مشتری سفیر موتورز", newest.Id, kept.Code, steps), known["executive"], cancellationToken: cancellationToken);
    }
}
