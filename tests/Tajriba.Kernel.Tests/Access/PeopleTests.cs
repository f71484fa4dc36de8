using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Tests.Access;

public sealed class SqlitePeopleTests() : PeopleTests(DatabaseProvider.Sqlite);

public sealed class PostgresPeopleTests() : PeopleTests(DatabaseProvider.Postgres);

public abstract class PeopleTests(DatabaseProvider provider)
{
    [SkippableFact]
    public async Task A_person_is_found_as_entered_and_a_name_is_given_once()
    {
        await using var house = await AccessHouse.BuildAsync(provider);
        var id = await house.AddAsync("Sara@x.example", BuiltInRoles.Agent, "n1", "n1", "n1-desk");
        var person = await house.People.FindAsync(id);
        Assert.Equal(("Sara@x.example", true, false), (person!.UserName, person.IsActive, person.HasPassword));
        Assert.Equal(["n1", "n1-desk"], person.UnitCodes);
        Assert.Equal([new RoleGrant("agent", "n1")], person.Grants);
        Assert.Equal(AccessRefusal.UserNameTaken, (await house.People.AddAsync(new("sara@X.EXAMPLE", "Other", [], []))).Refusal);
        Assert.Equal(AccessRefusal.UserNameInvalid, (await house.People.AddAsync(new("sara o'x", "Other", [], []))).Refusal);
        Assert.Equal(AccessRefusal.RoleUnknown, (await house.People.AddAsync(new("b", "B", [], [new("king")]))).Refusal);
        Assert.Equal(AccessRefusal.UnitUnknown, (await house.People.AddAsync(new("b", "B", ["nowhere"], []))).Refusal);
        Assert.Single(await house.People.ListAsync(null, null, 100));
    }

    [SkippableFact]
    public async Task Lists_page_by_name_and_search_takes_signs_literally()
    {
        await using var house = await AccessHouse.BuildAsync(provider);
        foreach (var name in new[] { "cyrus", "ali", "b_b", "bxb" })
        {
            await house.AddAsync(name, BuiltInRoles.Agent, "n1", "n1");
        }

        Assert.Equal(["ali", "bxb"], (await house.People.ListAsync(null, null, 2)).Select(person => person.UserName));
        Assert.Equal(["b_b", "cyrus"], (await house.People.ListAsync(null, "bxb", 2)).Select(person => person.UserName));
        Assert.Equal(["b_b"], (await house.People.ListAsync("B_B", null, 10)).Select(person => person.UserName));
        Assert.Empty(await house.People.ListAsync("'; drop table access_persons; --", null, 10));
    }

    [SkippableFact]
    public async Task Those_who_hold_a_permission_over_a_unit_are_told_the_nearest_first()
    {
        await using var house = await AccessHouse.BuildAsync(provider);
        Assert.Null(await house.Database.Get<IRoles>().SaveAsync("watcher", new("Watcher"), ["units.view"]));
        var everywhere = await house.AddAsync("everywhere", "watcher", null);
        var desk = await house.AddAsync("desk", "watcher", "n1-desk", "n1-desk");
        var branch = await house.AddAsync("branch", "watcher", "n1", "n1");
        var region = await house.AddAsync("region", "watcher", "north", "south");
        await house.AddAsync("elsewhere", "watcher", "s1", "n1");
        await house.AddAsync("other", BuiltInRoles.Agent, "n1", "n1");
        Assert.Null(await house.People.SetActiveAsync(await house.AddAsync("gone", "watcher", "n1", "n1"), false));
        var persons = house.Database.Get<IActingPersons>();
        Assert.Equal([(branch, "n1"), (region, "north"), (everywhere, null)], (await persons.HoldersAsync(AccessPermissions.ViewUnits, "n1")).Select(h => (h.Person.Id, h.Through)));
        Assert.Equal([desk, branch, region, everywhere], (await persons.HoldersAsync(AccessPermissions.ViewUnits, "n1-desk")).Select(h => h.Person.Id));
        Assert.Equal([everywhere], (await persons.HoldersAsync(AccessPermissions.ViewUnits, null)).Select(h => h.Person.Id));
        Assert.Equal([everywhere], (await persons.HoldersAsync(AccessPermissions.ViewUnits, "nowhere")).Select(h => h.Person.Id));
    }

    [SkippableFact]
    public async Task A_manager_sees_their_own_units_and_nobody_beyond()
    {
        await using var house = await AccessHouse.BuildAsync(provider);
        var manager = await house.AddAsync("manager", BuiltInRoles.Manager, "north", "north");
        var inside = await house.AddAsync("inside", BuiltInRoles.Agent, "n1-desk", "n1-desk");
        var outside = await house.AddAsync("outside", BuiltInRoles.Agent, "s1", "s1");
        Assert.Equal(["inside", "manager"], (await house.AsAsync(manager, () => house.People.ListAsync(null, null, 100))).Select(person => person.UserName));
        Assert.NotNull(await house.AsAsync(manager, () => house.People.FindAsync(inside)));
        Assert.Null(await house.AsAsync(manager, () => house.People.FindAsync(outside)));
        Assert.Equal(AccessRefusal.Unknown, await house.AsAsync(manager, () => house.People.SetActiveAsync(outside, false)));
        Assert.Equal(AccessRefusal.Unknown, await house.AsAsync(manager, () => house.People.SetActiveAsync(999_999, false)));
        Assert.Equal(AccessRefusal.Unknown, (await house.AsAsync(manager, () => house.Database.Get<ISignInLinks>().CreateAsync(outside, TimeSpan.FromHours(1)))).Refusal);
        Assert.Null(await house.AsAsync(manager, () => house.People.SetActiveAsync(inside, false)));
        Assert.False((await house.People.FindAsync(inside))!.IsActive);
    }

    [SkippableFact]
    public async Task Nobody_hands_out_more_than_they_hold()
    {
        await using var house = await AccessHouse.BuildAsync(provider);
        var manager = await house.AddAsync("manager", BuiltInRoles.Manager, "north", "north");
        var boss = await house.AddAsync("boss", BuiltInRoles.Administrator, null, "n1");
        async Task<AccessRefusal?> Add(string role, string? unit)
            => (await house.AsAsync(manager, () => house.People.AddAsync(new("new-" + role, "New", ["n1"], [new(role, unit)])))).Refusal;
        Assert.Equal(AccessRefusal.BeyondOwnRights, await Add(BuiltInRoles.Administrator, "n1"));
        Assert.Equal(AccessRefusal.BeyondOwnRights, await Add(BuiltInRoles.Analyst, "n1"));
        Assert.Equal(AccessRefusal.BeyondOwnRights, await Add(BuiltInRoles.Agent, null));
        Assert.Equal(AccessRefusal.UnitUnknown, await Add(BuiltInRoles.Agent, "s1"));
        Assert.Null(await Add(BuiltInRoles.Manager, "n1"));
        Assert.Equal(
            AccessRefusal.BeyondOwnRights,
            (await house.AsAsync(manager, () => house.Database.Get<ISignInLinks>().CreateAsync(boss, TimeSpan.FromHours(1)))).Refusal);
        Assert.False(await house.AsAsync(manager, () => house.People.MayManageAsync(boss)));
    }

    [SkippableFact]
    public async Task An_editor_leaves_what_lies_outside_their_units_as_it_was()
    {
        await using var house = await AccessHouse.BuildAsync(provider);
        var manager = await house.AddAsync("manager", BuiltInRoles.Manager, "north", "north");
        Assert.Null(await house.Database.Get<IRoles>().SaveAsync("idle", new("Idle"), []));
        var added = await house.People.AddAsync(new("both", "Both", ["n1", "s1"], [new("agent", "n1"), new("idle", "s1")]));
        Assert.Null(await house.AsAsync(manager, () => house.People.ChangeAsync(added.Id, new("both", "Both renamed", ["n1-desk"], []))));
        var person = await house.People.FindAsync(added.Id);
        Assert.Equal("Both renamed", person!.DisplayName);
        Assert.Equal(["n1-desk", "s1"], person.UnitCodes);
        Assert.Equal([new RoleGrant("idle", "s1")], person.Grants);
    }

    [SkippableFact]
    public async Task The_last_administrator_stays()
    {
        await using var house = await AccessHouse.BuildAsync(provider);
        var admin = await house.AddAsync("admin", BuiltInRoles.Administrator, null);
        Assert.Equal(AccessRefusal.LastAdministrator, await house.People.SetActiveAsync(admin, false));
        Assert.Equal(AccessRefusal.LastAdministrator, await house.People.ChangeAsync(admin, new("admin", "Admin", [], [])));
        var second = await house.AddAsync("second", BuiltInRoles.Administrator, null);
        Assert.Null(await house.People.SetActiveAsync(admin, false));
        Assert.Equal(AccessRefusal.LastAdministrator, await house.People.SetActiveAsync(second, false));
    }

    [SkippableFact]
    public async Task A_scope_covers_the_unit_and_all_below_and_follows_the_tree()
    {
        await using var house = await AccessHouse.BuildAsync(provider);
        var current = house.Database.Get<ICurrentPerson>();
        var manager = await house.AddAsync("manager", BuiltInRoles.Manager, "north", "north");
        var executive = await house.AddAsync("executive", BuiltInRoles.Executive, null, "org");
        Permission view = new("journeys.view"), edit = new("journeys.edit");
        Task<UnitScope> Scope(long person, Permission permission) => house.AsAsync(person, () => Task.FromResult(current.ScopeOf(permission)));
        Assert.Equal(["n1", "n1-desk", "north"], (await Scope(manager, view)).Codes.Order());
        Assert.Null(await house.Units.MoveAsync("s1", "north"));
        Assert.Equal(["n1", "n1-desk", "north", "s1"], (await Scope(manager, view)).Codes.Order());
        Assert.Empty((await Scope(manager, edit)).Codes);
        Assert.False((await Scope(manager, view)).Contains(null));
        Assert.True((await Scope(executive, view)).IsEverything);
        Assert.False((await Scope(executive, AccessPermissions.ViewAudit)).Contains("n1"));
        Assert.False(current.IsSignedIn);
        Assert.False(current.ScopeOf(view).Contains("n1"));
    }

    [SkippableFact]
    public async Task Roles_are_edited_by_whoever_holds_what_they_give()
    {
        await using var house = await AccessHouse.BuildAsync(provider);
        var roles = house.Database.Get<IRoles>();
        Assert.Equal(BuiltInRoles.All, (await roles.ListAsync()).Select(role => role.Code));
        Assert.Equal(AccessRefusal.RoleBuiltIn, await roles.SaveAsync(BuiltInRoles.Agent, new("Mine"), []));
        Assert.Equal(AccessRefusal.PermissionUnknown, await roles.SaveAsync("mine", new("Mine"), ["bombs.throw"]));
        Assert.Null(await roles.SaveAsync("keeper", new("Keeper"), ["roles.manage", "journeys.view"]));
        var keeper = await house.AddAsync("keeper", "keeper", null, "org");
        Assert.Null(await house.AsAsync(keeper, () => roles.SaveAsync("reader", new("Reader"), ["journeys.view"])));
        Assert.Equal(AccessRefusal.BeyondOwnRights, await house.AsAsync(keeper, () => roles.SaveAsync("reader", new("Reader"), ["people.manage"])));
        var regional = await house.AddAsync("regional", "keeper", "north", "north");
        Assert.Equal(AccessRefusal.BeyondOwnRights, await house.AsAsync(regional, () => roles.SaveAsync("reader", new("Reader"), ["journeys.view"])));
    }

    [SkippableFact]
    public async Task A_right_taken_away_ends_at_once()
    {
        await using var house = await AccessHouse.BuildAsync(provider);
        var current = house.Database.Get<ICurrentPerson>();
        var id = await house.AddAsync("analyst", BuiltInRoles.Analyst, null, "org");
        Task<bool> Can() => house.AsAsync(id, () => Task.FromResult(current.Can(new("journeys.edit"))));
        Assert.True(await Can());
        Assert.Null(await house.People.ChangeAsync(id, new("analyst", "Analyst", ["org"], [new("agent")])));
        Assert.False(await Can());
    }
}
