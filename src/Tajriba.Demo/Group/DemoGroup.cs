using Tajriba.Kernel.Access;

namespace Tajriba.Demo.Group;

/// <summary>The fictional group: Safir Motors, seven branches in three cities, sales and after-sales.</summary>
public static class DemoGroup
{
    /// <summary>The group's zone, an IANA name.</summary>
    public const string Zone = "Asia/Tehran";

    public const string Root = "safir";
    public const string WorseBranch = "azadi";
    public const string InnocentBranch = "zeytun";

    public static IReadOnlyList<DemoBranch> Branches { get; } =
    [
        new("vanak", "tehran", new("Vanak", "ونک", "ونك"), 0.225),
        new("azadi", "tehran", new("Azadi", "آزادی", "آزادي"), 0.18),
        new("tehranpars", "tehran", new("Tehranpars", "تهرانپارس", "طهران‌بارس"), 0.17),
        new("chaharbagh", "isfahan", new("Chaharbagh", "چهارباغ", "جهارباغ"), 0.15),
        new("sepahan", "isfahan", new("Sepahan", "سپاهان", "سباهان"), 0.13),
        new("karun", "ahvaz", new("Karun", "کارون", "كارون"), 0.136),
        new("zeytun", "ahvaz", new("Zeytun", "زیتون", "زيتون"), 0.009),
    ];

    /// <summary>Every unit, parents before children.</summary>
    public static IReadOnlyList<NewUnit> Units { get; } = [.. Build()];

    /// <summary>Codes of <see cref="Units"/> in the same order.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. Units.Select(u => u.Code)];

    internal static short Care { get; } = Place("care");

    internal static short People { get; } = Place("people");

    internal static int Worse { get; } = BranchPlace(WorseBranch);

    internal static int Innocent { get; } = BranchPlace(InnocentBranch);

    /// <summary>Code of the team that serves vehicles in a branch.</summary>
    public static string ServiceTeam(string branch) => branch + "-service";

    /// <summary>Code of the team that sells vehicles in a branch.</summary>
    public static string SalesTeam(string branch) => branch + "-sales";

    internal static short Place(string code)
    {
        for (var i = 0; i < Units.Count; i++)
        {
            if (Units[i].Code == code)
            {
                return (short)i;
            }
        }

        throw new ArgumentException($"There is no unit {code}.", nameof(code));
    }

    private static int BranchPlace(string code) => Branches.Select((b, i) => (b, i)).First(p => p.b.Code == code).i;

    private static IEnumerable<NewUnit> Build()
    {
        yield return new(Root, UnitKind.Organization, null, new("Safir Motors", "سفیر موتور", "سفير موتورز"));
        yield return new("tehran", UnitKind.Region, Root, new("Tehran", "تهران", "طهران"));
        yield return new("isfahan", UnitKind.Region, Root, new("Isfahan", "اصفهان", "أصفهان"));
        yield return new("ahvaz", UnitKind.Region, Root, new("Ahvaz", "اهواز", "الأهواز"));
        yield return new("care", UnitKind.Branch, Root, new("Contact centre", "مرکز تماس", "مركز الاتصال"));
        yield return new("finance", UnitKind.Branch, Root, new("Financing", "تسهیلات و اعتبارات", "التمويل"));
        yield return new("people", UnitKind.Branch, Root, new("People", "منابع انسانی", "الموارد البشرية"));
        foreach (var branch in Branches)
        {
            var name = branch.Name;
            yield return new(branch.Code, UnitKind.Branch, branch.City, name);
            yield return new(SalesTeam(branch.Code), UnitKind.Team, branch.Code, new($"{name.En} sales", $"فروش {name.Fa}", $"مبيعات {name.Ar}"));
            yield return new(ServiceTeam(branch.Code), UnitKind.Team, branch.Code, new($"{name.En} service", $"خدمات پس از فروش {name.Fa}", $"خدمة {name.Ar}"));
        }
    }
}
