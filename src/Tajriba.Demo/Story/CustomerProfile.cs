using Tajriba.Demo.Group;

namespace Tajriba.Demo.Story;

/// <summary>What a customer is from the first day to the last.</summary>
internal readonly record struct CustomerProfile
{
    private const int ModelsPerSegment = 3;

    private static readonly double[] BranchWeights = [.. DemoGroup.Branches.Select(b => b.Share)];
    private static readonly double[] PrivateSegments = [0.45, 0.35, 0.15, 0.05];
    private static readonly double[] BusinessSegments = [0.2, 0.2, 0.1, 0.5];

    /// <summary>Share of each segment among all customers, by its name in events.</summary>
    public static IReadOnlyDictionary<string, double> Shares { get; } = Enum.GetValues<Segment>().ToDictionary(
        segment => segment.ToString().ToLowerInvariant(),
        segment => Math.Round(100 * (((1 - DemoParameters.BusinessShare) * PrivateSegments[(int)segment]) + (DemoParameters.BusinessShare * BusinessSegments[(int)segment])), 1),
        StringComparer.Ordinal);

    public int Number { get; private init; }

    public bool IsBusiness { get; private init; }

    public Segment Segment { get; private init; }

    public int Model { get; private init; }

    public int HomeBranch { get; private init; }

    public string Language { get; private init; }

    public string Name { get; private init; }

    /// <summary>Model, segment and customer type in one number below <see cref="CaseCodes"/>.</summary>
    public int CaseCode => (((((int)Segment) * ModelsPerSegment) + Model) * 2) + (IsBusiness ? 1 : 0);

    public static int CaseCodes => 4 * ModelsPerSegment * 2;

    public static CustomerProfile Of(long seed, int customer)
    {
        var dice = Dice.Of(seed, Stream.Profile, customer);
        var business = dice.Chance(DemoParameters.BusinessShare);
        var segment = (Segment)dice.Pick(business ? BusinessSegments : PrivateSegments);
        var branch = dice.Pick(BranchWeights);
        var southern = DemoGroup.Branches[branch].City == "ahvaz";
        var language = dice.Chance(southern ? 0.55 : 0.04) ? "ar" : dice.Chance(0.03) ? "en" : "fa";
        return new CustomerProfile
        {
            Number = customer,
            IsBusiness = business,
            Segment = segment,
            Model = dice.Below(ModelsPerSegment),
            HomeBranch = branch,
            Language = language,
            Name = DemoNames.Of(language, dice.Below(1_000), dice.Below(1_000)),
        };
    }

    /// <summary>The branch that serves the customer on a day; the youngest one's customers went next door before it opened.</summary>
    public int BranchOn(int day)
        => HomeBranch == DemoGroup.Innocent && day < DemoParameters.HistoryDays - DemoParameters.InnocentBranchDays ? HomeBranch - 1 : HomeBranch;

    public StoryObject Object(ObjectKind kind, int place = 0) => new(kind, Number, place);
}
