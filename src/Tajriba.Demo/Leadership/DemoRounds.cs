using Tajriba.Demo.Building;
using Tajriba.Demo.Story;
using Tajriba.Kernel.Access;
using Tajriba.Leadership.Maturity;
using Tajriba.Leadership.Maturity.Frames;
using Tajriba.Leadership.Maturity.Rounds;

namespace Tajriba.Demo.Leadership;

/// <summary>
/// Six heads of the house judged what drives what: leadership, technology and people drive, the process of experience, touchpoints and
/// insight are driven. One of them, the head of finance, sees much of it otherwise.
/// </summary>
internal static class DemoRounds
{
    private const double Spread = 0.55, FinanceSpread = 1.5;
    private const string SeesOtherwise = "finance-lead";

    private static readonly string[] Experts = ["executive", "analyst", "manager", "people-lead", "care-lead", SeesOtherwise];

    /// <summary>How much each component drives, and how much it is driven.</summary>
    private static readonly Dictionary<string, (double Drives, double IsDriven)> Components = new(StringComparer.Ordinal)
    {
        ["leadership"] = (1.9, 0.6), ["culture"] = (1.4, 1.2), ["governance"] = (1.3, 1.0), ["strategy"] = (1.4, 1.0), ["business-processes"] = (1.1, 1.2),
        ["cx-process"] = (1.0, 1.7), ["infrastructure"] = (1.4, 0.8), ["interactions"] = (0.7, 1.6), ["employees"] = (1.5, 1.1), ["insights"] = (0.9, 1.3),
    };

    /// <summary>Holds the round; does nothing where there is one.</summary>
    public static async Task AddAsync(MaturityBook book, JudgementStore judgements, IPeople people, DemoPlan plan, CancellationToken cancellationToken)
    {
        var known = (await people.ListAsync(null, null, 500, cancellationToken)).ToDictionary(p => p.UserName, p => p.Id, StringComparer.OrdinalIgnoreCase);
        if (book.VersionOf(MaturityBook.Round, MaturityBook.RoundPrefix + "-1") > 0 || !Array.TrueForAll(Experts, known.ContainsKey))
        {
            return;
        }

        DateOnly today = DateOnly.FromDateTime(plan.Now.ToOffset(DemoCalendar.Offset).DateTime);
        var round = new Round("چه چیزی تجربهٔ مشتریان سفیر موتورز را پیش می‌برد؟", IsFuzzy: false, [.. OwnFrame.Value.Components.Select(c => new Factor(c.Key, c.Name, c.Short))],
            [.. Experts.Select(e => known[e])], today.AddDays(-8), today.AddDays(-1));
        string code = await book.AddAsync(MaturityBook.Round, MaturityBook.RoundPrefix, round, known["executive"], cancellationToken: cancellationToken);
        for (int i = 0; i < Experts.Length; i++)
        {
            Dice dice = Dice.Of(plan.Seed, Story.Stream.Maturity, i, 2);
            Dictionary<string, int> levels = Judge(ref dice, round, Experts[i] == SeesOtherwise ? FinanceSpread : Spread);
            await judgements.SaveAsync(code, known[Experts[i]], before => before with { Levels = levels, IsDone = true }, cancellationToken);
        }
    }

    private static Dictionary<string, int> Judge(ref Dice dice, Round round, double spread)
    {
        var levels = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Factor from in round.Factors)
        {
            foreach (Factor to in round.Factors.Where(f => f != from))
            {
                double seen = Components[from.Key].Drives * Components[to.Key].IsDriven * 1.35;
                levels[Judgement.Pair(from, to)] = (int)Math.Clamp(Math.Round(seen + dice.Normal(spread)), 0, Round.Strongest);
            }
        }

        return levels;
    }
}
