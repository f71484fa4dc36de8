using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Tajriba.Kernel.Tests.Access;

public sealed class SqliteUnitTests() : UnitTests(DatabaseProvider.Sqlite);

public sealed class PostgresUnitTests() : UnitTests(DatabaseProvider.Postgres);

public abstract class UnitTests(DatabaseProvider provider)
{
    [SkippableFact]
    public async Task The_tree_holds_parents_before_children_and_survives_a_restart()
    {
        await using var house = await AccessHouse.BuildAsync(provider);
        Assert.Equal(["org", "north", "n1", "n1-desk", "south", "s1"], house.Units.Tree.All.Select(unit => unit.Code));
        await using var restarted = house.Restart();
        var tree = restarted.GetRequiredService<IUnits>().Tree;
        Assert.Equal("سازمان", tree.Find("org")!.Name.In("fa"));
        Assert.Equal("North", tree.Find("north")!.Name.In("ar"));
        Assert.Equal(["north", "n1", "n1-desk"], tree.Within(tree.Find("north")!).Select(unit => unit.Code));
        Assert.Equal(["org", "north", "n1"], tree.PathOf(tree.Find("n1")!).Select(unit => unit.Code));
    }

    [SkippableFact]
    public async Task A_change_is_seen_at_once_and_announced()
    {
        await using var house = await AccessHouse.BuildAsync(provider);
        var token = house.Units.Watch();
        Assert.False(token.HasChanged);
        Assert.Null(await house.Units.MoveAsync("n1", "south"));
        Assert.True(token.HasChanged);
        Assert.Equal(["south", "n1", "n1-desk", "s1"], house.Units.Tree.Within(house.Units.Tree.Find("south")!).Select(unit => unit.Code));
        Assert.Null(await house.Units.RenameAsync("n1", new("Nord", "شمال")));
        Assert.Equal("شمال", house.Units.Tree.Find("n1")!.Name.In("fa"));
    }

    [SkippableFact]
    public async Task What_would_break_the_tree_is_refused_and_leaves_it_as_it_was()
    {
        await using var house = await AccessHouse.BuildAsync(provider);
        Assert.Equal(AccessRefusal.ParentInsideUnit, await house.Units.MoveAsync("north", "north"));
        Assert.Equal(AccessRefusal.KindOutsideParent, await house.Units.MoveAsync("north", "n1"));
        Assert.Equal(AccessRefusal.ParentUnknown, await house.Units.MoveAsync("north", "nowhere"));
        Assert.Equal(AccessRefusal.Unknown, await house.Units.MoveAsync("nowhere", "north"));
        Assert.Equal(AccessRefusal.CodeInvalid, await house.Units.AddAsync([new("a b", UnitKind.Team, "n1", new("A"))]));
        Assert.Equal(AccessRefusal.NameMissing, await house.Units.AddAsync([new("ok", UnitKind.Team, "n1", new("Ok")), new("b", UnitKind.Team, "n1", new(" "))]));
        Assert.Equal(6, house.Units.Tree.All.Count);
        Assert.Null(await house.Units.AddAsync([new("r1", UnitKind.Region, "north", new("R1"))]));
        Assert.Equal(AccessRefusal.ParentInsideUnit, await house.Units.MoveAsync("north", "r1"));
    }

    [SkippableFact]
    public async Task Filling_the_house_twice_adds_nothing()
    {
        await using var house = await AccessHouse.BuildAsync(provider);
        Assert.Null(await house.Units.AddAsync([new("north", UnitKind.Region, "org", new("Other name"))]));
        Assert.Equal("North", house.Units.Tree.Find("north")!.Name.En);
    }

    [SkippableFact]
    public async Task A_person_changes_units_only_inside_their_own()
    {
        await using var house = await AccessHouse.BuildAsync(provider);
        Assert.Null(await house.Database.Get<IRoles>().SaveAsync("keeper", new("Keeper"), ["units.manage", "units.view"]));
        var keeper = await house.AddAsync("keeper", "keeper", "north", "north");
        Assert.Null(await house.AsAsync(keeper, () => house.Units.RenameAsync("n1", new("Renamed"))));
        Assert.Equal(AccessRefusal.Unknown, await house.AsAsync(keeper, () => house.Units.RenameAsync("s1", new("Taken over"))));
        Assert.Equal(AccessRefusal.Unknown, await house.AsAsync(keeper, () => house.Units.MoveAsync("s1", "north")));
        Assert.Equal(AccessRefusal.ParentUnknown, await house.AsAsync(keeper, () => house.Units.MoveAsync("n1", "south")));
        Assert.Equal(AccessRefusal.ParentUnknown, await house.AsAsync(keeper, () => house.Units.MoveAsync("n1", null)));
        Assert.Equal(AccessRefusal.ParentUnknown, await house.AsAsync(keeper, () => house.Units.AddAsync([new("root", UnitKind.Organization, null, new("Root"))])));
        Assert.Equal(AccessRefusal.CodeTaken, await house.AsAsync(keeper, () => house.Units.AddAsync([new("n1-desk", UnitKind.Team, "n1", new("Desk"))])));
    }
}
