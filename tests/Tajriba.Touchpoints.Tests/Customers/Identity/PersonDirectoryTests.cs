using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Customers.Directory;
using Tajriba.Touchpoints.Customers.Identity;
using Tajriba.Touchpoints.Customers.View;
using Tajriba.Touchpoints.Tests.Capture;
using static Tajriba.Touchpoints.Tests.Customers.Identity.IdentityDesk;

namespace Tajriba.Touchpoints.Tests.Customers.Identity;

/// <summary>Persons are listed, found and shown once, whatever identifiers they go by.</summary>
public sealed class PersonDirectoryTests
{
    [SkippableTheory]
    [MemberData(nameof(ImportTests.Providers), MemberType = typeof(ImportTests))]
    public async Task A_person_is_listed_once_where_their_newest_event_stands(DatabaseProvider provider)
    {
        await using IdentityDesk desk = await FilledAsync(provider);
        var directory = desk.Database.Get<ObjectDirectory>();
        Assert.Equal(["a", "m", "n"], await Find(null, UnitScope.Everything));
        Assert.Equal(["m", "n"], (await directory.FindAsync("customer", null, UnitScope.Everything, 1, 10)).Select(e => e.Id));
        Assert.Equal(["a", "n"], await Find(null, UnitScope.Of(["T1"])));
        Assert.Equal(["a"], await Find(null, UnitScope.Of(["T2"])));
        Assert.Equal(["a"], await Find("z", UnitScope.Of(["T1"])));
        Assert.Equal(["a", "n"], await Find("v", UnitScope.Everything));
        Assert.Equal(["a"], await Find("V1@X", UnitScope.Everything));
        Assert.Equal(["m"], await Find("0912", UnitScope.Everything));
        Assert.Equal(["m"], await Find("+98 912 765", UnitScope.Everything));
        DirectoryEntry entry = (await directory.FindAsync("customer", "a", UnitScope.Everything, 0, 10))[0];
        Assert.Equal((3L, 1, 9), (entry.Events, entry.FirstSeen.Minute, entry.LastSeen.Minute));

        async Task<IEnumerable<string>> Find(string? query, UnitScope scope) => (await directory.FindAsync("customer", query, scope, 0, 10)).Select(e => e.Id);
    }

    [SkippableTheory]
    [MemberData(nameof(ImportTests.Providers), MemberType = typeof(ImportTests))]
    public async Task The_history_of_a_person_is_one_and_paged(DatabaseProvider provider)
    {
        await using IdentityDesk desk = await FilledAsync(provider);
        await desk.TellAsync([.. Enumerable.Range(20, 39).Select(i => Event(i, i % 2 == 0 ? "a" : "z", i % 3 == 0 ? "v1" : null))]);
        await desk.TellAsync([.. Enumerable.Range(20, 39).Select(i => Event(i, null, "v1"))]);
        var histories = desk.Database.Get<ObjectHistories>();
        var seen = new List<LoggedEvent>();
        TimelineCursor? cursor = null;
        do
        {
            ObjectHistory page = (await histories.FindPersonAsync(await desk.CustomerAsync("z"), UnitScope.Everything, cursor))!;
            Assert.Equal("a", page.Known.Id);
            seen.AddRange(page.Page.Events);
            cursor = page.Page.Next;
        }
        while (cursor is not null);
        Assert.Equal(81, seen.Count);
        Assert.Equal(seen.OrderByDescending(e => e.Time).ThenByDescending(e => e.Position).Select(e => e.Position), seen.Select(e => e.Position));

        IReadOnlyList<LoggedEvent> all = await desk.Log.ReadAsync(0, 1000);
        LoggedEvent proof = all.First(e => e.Name == "Told" && e.Objects.Count == 2);
        Timeline from = await desk.Log.ReadObjectsAsync([await desk.CustomerAsync("a"), await desk.CustomerAsync("z")], TimelineCursor.From(proof.Time, proof.Position), 10);
        Assert.Equal(proof.Position, from.Events[0].Position);
    }

    [SkippableTheory]
    [MemberData(nameof(ImportTests.Providers), MemberType = typeof(ImportTests))]
    public async Task Other_rooms_ask_for_the_person_of_an_object(DatabaseProvider provider)
    {
        await using IdentityDesk desk = await FilledAsync(provider);
        var identities = desk.Database.Get<IIdentities>();
        (long a, long z, long v, long n) = (await desk.CustomerAsync("a"), await desk.CustomerAsync("z"), await desk.NumberAsync("visitor", "v1"), await desk.CustomerAsync("m"));
        Assert.Equal([a, a, a, n], [await identities.PersonOfAsync(a), await identities.PersonOfAsync(z), await identities.PersonOfAsync(v), await identities.PersonOfAsync(n)]);
        Assert.Equal([a, z, v], await identities.MembersOfAsync(a));
        Assert.Equal([999L], await identities.MembersOfAsync(999));
        Assert.Equal(new Dictionary<long, long> { [z] = a, [v] = a }, await identities.PersonsOfAsync([z, v, n, a, 999]));
        PersonIdentity person = (await desk.Identities.OfAsync(z))!;
        Assert.Equal([LinkReason.Together, LinkReason.Together], IdentityChain.Between(person, a, z).Select(l => l.Reason));
        Assert.Empty(IdentityChain.Between(person, a, n));
    }

    /// <summary>a and z are one by the device v1; n has a device of its own, m only a number.</summary>
    private static async Task<IdentityDesk> FilledAsync(DatabaseProvider provider)
    {
        IdentityDesk desk = await IdentityDesk.OpenAsync(provider);
        await desk.TellAsync(
            Event(1, "a", "v1") with { Unit = "T1" },
            Event(2, "n", "v2") with { Unit = "T1" },
            Event(3, "m", traits: new { phone = "0912 765 43 08" }),
            Event(4, "z", "v1", traits: new { email = "v1@x.ir" }) with { Unit = "T2" },
            Event(9, "z"));
        await desk.Database.Get<DirectoryLearner>().HandleAsync(desk.Log, 0, default);
        return desk;
    }
}
