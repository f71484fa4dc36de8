using Tajriba.Demo.Building;
using Tajriba.Demo.Story;
using Tajriba.Leadership.Maturity.Answer;
using Tajriba.Leadership.Maturity.Campaigns;
using Tajriba.Leadership.Maturity.Frames;

namespace Tajriba.Demo.Leadership;

/// <summary>
/// Two assessments half a year apart, the second answered by 25 people: measuring has come far, people and technology have not; a branch
/// lags behind; leaders think better of culture than staff does; the process of experience got better.
/// </summary>
internal static class DemoMaturity
{
    private const double PersonSpread = 0.3, PracticeSpread = 0.55, DoesNotKnow = 0.02, LeadersSeeMore = 1.0, WorseBranch = -0.5;

    private static readonly (string Unit, int Leaders, int Staff)[] Asked = [("vanak", 3, 5), ("azadi", 2, 5), ("chaharbagh", 2, 3), ("sepahan", 2, 3)];

    /// <summary>Level of each component now, and how much it gained since the assessment before.</summary>
    private static readonly Dictionary<string, (double Level, double Gain)> Levels = new(StringComparer.Ordinal)
    {
        ["leadership"] = (3.3, 0.1), ["culture"] = (2.7, 0.05), ["governance"] = (2.6, 0.2), ["strategy"] = (3.0, 0.1), ["business-processes"] = (2.3, 0.05),
        ["cx-process"] = (3.4, 0.8), ["infrastructure"] = (2.1, 0.1), ["interactions"] = (2.9, 0.2), ["employees"] = (2.0, 0.05), ["insights"] = (2.8, 0.7),
    };

    private static readonly Dictionary<string, string> Evidence = new(StringComparer.Ordinal)
    {
        ["measurement"] = "گزارش ماهانهٔ رضایت هر شعبه روی تابلو نصب است و در جلسهٔ شنبه‌ها خوانده می‌شود.",
        ["journey-mapping"] = "نقشهٔ سفر خدمات پس از فروش، بازبینی بهار.",
        ["training"] = "برای تازه‌واردها دوره‌ای نیست؛ از همکار کنار دستشان یاد می‌گیرند.",
        ["reengineering"] = "پذیرش خودرو هنوز سه فرم کاغذی دارد.",
    };

    /// <summary>Holds the assessments; does nothing where there are any.</summary>
    public static async Task AddAsync(CampaignStore campaigns, SheetStore sheets, DemoPlan plan, CancellationToken cancellationToken)
    {
        if ((await campaigns.ListAsync(cancellationToken)).Count > 0)
        {
            return;
        }

        DateOnly today = DateOnly.FromDateTime(plan.Now.ToOffset(DemoCalendar.Offset).DateTime);
        await HoldAsync(campaigns, sheets, plan, "ارزیابی پیشین بلوغ تجربه مشتری", today.AddDays(-210), today.AddDays(-190), isBefore: true, cancellationToken);
        await HoldAsync(campaigns, sheets, plan, "ارزیابی بلوغ تجربه مشتری سفیر موتورز", today.AddDays(-30), today.AddDays(-9), isBefore: false, cancellationToken);
    }

    private static async Task HoldAsync(CampaignStore campaigns, SheetStore sheets, DemoPlan plan, string name, DateOnly opens, DateOnly closes, bool isBefore, CancellationToken cancellationToken)
    {
        Campaign campaign = await campaigns.AddAsync(OwnFrame.Key, 0, new(name, [.. Asked.Select(a => a.Unit)], opens, closes, IsAnonymous: true, Threshold: 5, Target: 4), cancellationToken);
        await sheets.AddAsync(Answer(plan.Seed, campaign.Id, isBefore), closes, cancellationToken);
    }

    /// <summary>What some heads of the house answer today.</summary>
    internal static IEnumerable<Sheet> AnswerOfHeads(long seed, long campaign, int count)
    {
        for (int person = 0; person < count; person++)
        {
            Dice dice = Dice.Of(seed, Story.Stream.Maturity, person, 3);
            yield return new Sheet(campaign, Group.DemoGroup.Root, AnswerRole.Leader, null, new(LevelsOf(ref dice, Group.DemoGroup.Root, AnswerRole.Leader, isBefore: false), SheetAnswers.None.Evidence), IsDone: true);
        }
    }

    private static IEnumerable<Sheet> Answer(long seed, long campaign, bool isBefore)
    {
        int person = 0;
        foreach (var (unit, leaders, staff) in Asked)
        {
            for (int i = 0; i < leaders + staff; i++)
            {
                person++;
                AnswerRole role = i < leaders ? AnswerRole.Leader : AnswerRole.Staff;
                Dice dice = Dice.Of(seed, Story.Stream.Maturity, person, isBefore ? 1 : 0);
                yield return new Sheet(campaign, unit, role, null, new(LevelsOf(ref dice, unit, role, isBefore), EvidenceOf(person, isBefore)), IsDone: true);
            }
        }
    }

    private static Dictionary<string, int> LevelsOf(ref Dice dice, string unit, AnswerRole role, bool isBefore)
    {
        var levels = new Dictionary<string, int>(StringComparer.Ordinal);
        double own = dice.Normal(PersonSpread) + (unit == Group.DemoGroup.WorseBranch ? WorseBranch : 0);
        foreach (FrameComponent component in OwnFrame.Value.Components)
        {
            (double level, double gain) = Levels[component.Key];
            double seen = level + own - (isBefore ? gain : 0) + (component.Key == "culture" && role == AnswerRole.Leader ? LeadersSeeMore : 0);
            foreach (FrameCategory category in component.Categories)
            {
                double bent = seen + (category.Key == "measurement" ? 0.6 : category.Key is "training" or "reengineering" ? -0.4 : 0);
                foreach (Practice practice in category.Practices)
                {
                    int answer = (int)Math.Clamp(Math.Round(bent + dice.Normal(PracticeSpread)), 1, Frame.Levels);
                    if (!dice.Chance(DoesNotKnow))
                    {
                        levels[practice.Key] = answer;
                    }
                }
            }
        }

        return levels;
    }

    private static Dictionary<string, string> EvidenceOf(int person, bool isBefore)
        => isBefore || person % 6 != 0 ? [] : Evidence.Skip((person / 6) - 1).Take(1).ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal);
}
