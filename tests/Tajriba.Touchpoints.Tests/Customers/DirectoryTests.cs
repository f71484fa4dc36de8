using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Kernel.Tests;
using Tajriba.Touchpoints.Capture;
using Tajriba.Touchpoints.Customers;
using Tajriba.Touchpoints.Customers.Directory;
using Tajriba.Touchpoints.Customers.View;
using Tajriba.Touchpoints.Tests.Capture;

namespace Tajriba.Touchpoints.Tests.Customers;

public sealed class DirectoryTests
{
    [SkippableTheory]
    [MemberData(nameof(ImportTests.Providers), MemberType = typeof(ImportTests))]
    public async Task Customers_are_found_by_any_spelling_within_ones_units(DatabaseProvider provider)
    {
        await using TestDatabase database = await FilledAsync(provider);
        var directory = database.Get<ObjectDirectory>();
        Assert.Equal(["U2", "علي۱۲", "U1"], await Find(null, UnitScope.Everything));
        Assert.Equal(["علي۱۲"], await Find("علی12", UnitScope.Everything));
        Assert.Equal(["U2", "U1"], await Find("u", UnitScope.Everything));
        Assert.Empty(await Find("%", UnitScope.Everything));
        Assert.Equal(["علي۱۲", "U1"], await Find(null, UnitScope.Of(["T1"])));
        Assert.Empty(await Find(null, UnitScope.Nothing));

        async Task<IEnumerable<string>> Find(string? query, UnitScope scope) => (await directory.FindAsync("customer", query, scope, 0, 10)).Select(e => e.Id);
    }

    [SkippableTheory]
    [MemberData(nameof(ImportTests.Providers), MemberType = typeof(ImportTests))]
    public async Task A_customer_of_foreign_units_is_not_there(DatabaseProvider provider)
    {
        await using TestDatabase database = await FilledAsync(provider);
        var histories = database.Get<ObjectHistories>();
        long first = (await database.Get<IExperienceLog>().FindObjectAsync("customer", "U1"))!.Value;
        ObjectHistory? seen = await histories.FindAsync("customer", first, UnitScope.Of(["T1"]), null);
        Assert.Equal((2L, "phone", "case"), (seen!.Summary.Events, seen.Summary.Channels[0].Key, seen.Summary.Companions[0].Known.Type));
        Assert.Equal(["B", "A"], seen.Page.Events.Select(e => e.Name));
        Assert.Null(await histories.FindAsync("customer", first, UnitScope.Of(["T2"]), null));
        Assert.Null(await histories.FindAsync("customer", first, UnitScope.Nothing, null));
        Assert.Null(await histories.FindAsync("employee", first, UnitScope.Everything, null));
        Assert.Null(await histories.FindAsync("customer", 999, UnitScope.Everything, null));
    }

    private static async Task<TestDatabase> FilledAsync(DatabaseProvider provider)
    {
        TestDatabase database = await TestDatabase.CreateAsync(provider, [new AccessRoom(), new CaptureRoom(), new CustomersRoom()]);
        var log = database.Get<IExperienceLog>();
        await log.AppendAsync(
        [
            Event(1, "A", "U1", "T1"), Event(2, "B", "U1", null), Event(3, "A", "علي۱۲", "T1"), Event(4, "A", "U2", "T2"),
        ]);
        var learner = database.Get<DirectoryLearner>();
        long reached = await learner.HandleAsync(log, 0, default);
        await learner.HandleAsync(log, 0, default);
        Assert.Equal(log.Head, reached);
        return database;
    }

    private static NewEvent Event(int day, string name, string customer, string? unit) => new()
    {
        Source = "s", Id = $"{day}", Name = name, Time = DateTimeOffset.UnixEpoch.AddDays(day), Objects = [new("customer", customer), new("case", "C1")], Channel = "phone", Unit = unit,
    };
}
