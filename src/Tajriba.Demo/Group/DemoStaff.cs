namespace Tajriba.Demo.Group;

/// <summary>Who works where: 140 people when the story begins, and those hired since.</summary>
internal static class DemoStaff
{
    public const int SalesPerBranch = 6;
    public const int ServicePerBranch = 9;
    public const int PerBranch = SalesPerBranch + ServicePerBranch + 1;
    public const int Care = 16;
    public const int Finance = 6;
    public const int People = 6;
    public const int AtStart = 140;
    public const int HireEveryDays = 16;

    private static readonly int FirstCare = PerBranch * DemoGroup.Branches.Count;
    private static readonly int FirstFinance = FirstCare + Care;
    private static readonly int FirstPeople = FirstFinance + Finance;
    private static readonly short[] Sales = [.. DemoGroup.Branches.Select(b => DemoGroup.Place(DemoGroup.SalesTeam(b.Code)))];
    private static readonly short[] Service = [.. DemoGroup.Branches.Select(b => DemoGroup.Place(DemoGroup.ServiceTeam(b.Code)))];
    private static readonly short[] Branch = [.. DemoGroup.Branches.Select(b => DemoGroup.Place(b.Code))];
    private static readonly short FinanceUnit = DemoGroup.Place("finance");

    public static short SalesUnit(int branch) => Sales[branch];

    public static short ServiceUnit(int branch) => Service[branch];

    public static int Manager(int branch) => branch * PerBranch;

    public static int Seller(int branch, int place) => (branch * PerBranch) + 1 + (place % SalesPerBranch);

    public static int Mechanic(int branch, int place) => (branch * PerBranch) + 1 + SalesPerBranch + (place % ServicePerBranch);

    public static int CareAgent(int place) => FirstCare + (place % Care);

    public static int Financier(int place) => FirstFinance + (place % Finance);

    /// <summary>The unit of an employee; those hired later join one team after another.</summary>
    public static short UnitOf(int employee)
    {
        if (employee >= AtStart)
        {
            var branch = employee % DemoGroup.Branches.Count;
            return employee % 2 == 0 ? Sales[branch] : Service[branch];
        }

        if (employee >= FirstCare)
        {
            return employee < FirstFinance ? DemoGroup.Care : employee < FirstPeople ? FinanceUnit : DemoGroup.People;
        }

        return (employee % PerBranch) switch
        {
            0 => Branch[employee / PerBranch],
            <= SalesPerBranch => Sales[employee / PerBranch],
            _ => Service[employee / PerBranch],
        };
    }

    public static string RoleOf(int employee)
    {
        var unit = DemoGroup.Codes[UnitOf(employee)];
        return unit switch
        {
            "care" => "agent",
            "finance" => "financing officer",
            "people" => "people partner",
            _ when unit.EndsWith("-sales", StringComparison.Ordinal) => "seller",
            _ when unit.EndsWith("-service", StringComparison.Ordinal) => "mechanic",
            _ => "branch manager",
        };
    }
}
