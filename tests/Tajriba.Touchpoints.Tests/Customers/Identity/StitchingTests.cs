using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Sources;
using Tajriba.Touchpoints.Customers.Identity;
using Tajriba.Touchpoints.Tests.Capture;
using static Tajriba.Touchpoints.Tests.Customers.Identity.IdentityDesk;

namespace Tajriba.Touchpoints.Tests.Customers.Identity;

/// <summary>What makes two identifiers one, and what does not.</summary>
public sealed class StitchingTests
{
    [SkippableTheory]
    [MemberData(nameof(ImportTests.Providers), MemberType = typeof(ImportTests))]
    public async Task A_device_an_alias_and_a_verified_address_join(DatabaseProvider provider)
    {
        await using IdentityDesk desk = await IdentityDesk.OpenAsync(provider);
        await desk.TellAsync(
            Event(5, "u1", "v1"), Event(3, "u1", "v1"), Event(4, null, "v2"),
            Event(6, "u2", "v2", traits: new { email = " Sara@EXAMPLE.com ", emailVerified = true }),
            Event(7, "u3", traits: new { email = "sara@example.com", email_verified = "true" }),
            Event(8, "new", previous: "u1"),
            Event(9, "alone", traits: new { email = "sara@example.com" }));
        Assert.True(await desk.AreOneAsync("u2", "u3"));
        Assert.True(await desk.AreOneAsync("u1", "new"));
        Assert.False(await desk.AreOneAsync("u1", "u2"));
        Assert.False(await desk.AreOneAsync("u2", "alone"));

        PersonIdentity person = await desk.OfAsync("u1");
        Assert.Equal(["new", "u1", "u1", "v1"], person.Members.Select(m => m.Node.Id));
        Assert.Equal(await desk.CustomerAsync("new"), person.Person);
        IdentityLink together = Assert.Single(person.Links, l => l.Reason == LinkReason.Together);
        Assert.Equal((2L, DateTimeOffset.UnixEpoch.AddMinutes(3), 2L, LinkOutcome.Joined), (together.Count, together.Time, together.Position, together.Outcome));
        Assert.Equal([("new", "u1"), ("u1", "u1")], person.Links.Where(l => l.Reason == LinkReason.Alias).Select(l => (l.A.Node.Id, l.B.Node.Id)).Order());

        IdentityLink claimed = Assert.Single((await desk.OfAsync("alone")).Links);
        Assert.Equal((LinkReason.ClaimedEmail, LinkOutcome.Unverified, "sara@example.com"), (claimed.Reason, claimed.Outcome, claimed.B.Node.Id));
        Assert.Equal(["u2", "u3", "v2", "sara@example.com"], (await desk.OfAsync("u3")).Members.Select(m => m.Node.Id));
    }

    [SkippableTheory]
    [MemberData(nameof(ImportTests.Providers), MemberType = typeof(ImportTests))]
    public async Task An_alias_of_an_anonymous_id_joins_as_that_of_a_user_s(DatabaseProvider provider)
    {
        await using IdentityDesk desk = await IdentityDesk.OpenAsync(provider);
        await desk.TellAsync(Event(1, null, "before"), Event(2, "u1", previous: "before"), Event(3, "u2", previous: "after"), Event(4, "u2", "other"));
        await desk.TellAsync(Event(5, null, "after"), Event(6, "u3", "after"), Event(7, null, "own", previous: "first"), Event(8, "u4", "own"), Event(9, null, "first"));
        Assert.Equal(await PersonAsync("customer", "u1"), await PersonAsync("visitor", "before"));
        Assert.Equal(await PersonAsync("customer", "u2"), await PersonAsync("visitor", "after"));
        Assert.Equal(await PersonAsync("customer", "u4"), await PersonAsync("visitor", "first"));
        Assert.True(await desk.AreOneAsync("u2", "u3"));
        Assert.False(await desk.AreOneAsync("u1", "u2"));
        Assert.False(await desk.AreOneAsync("u1", "u4"));

        // A former id names nobody who has another.
        Assert.Equal(await desk.CustomerAsync("u1"), await PersonAsync("visitor", "before"));
        Assert.Equal(await desk.CustomerAsync("u2"), await PersonAsync("visitor", "after"));
        await desk.TellAsync(Event(10, "a", "pad"), Event(11, "z", "pad"));
        Assert.Equal(await desk.CustomerAsync("a"), await PersonAsync("visitor", "pad"));
        await desk.TellAsync(Event(12, "z", previous: "a"));
        Assert.Equal(await desk.CustomerAsync("z"), await PersonAsync("visitor", "pad"));

        Task<long> PersonAsync(string type, string id) => desk.NumberAsync(type, id).ContinueWith(n => desk.Identities.PersonOfAsync(n.Result), TaskScheduler.Default).Unwrap();
    }

    [SkippableTheory]
    [MemberData(nameof(ImportTests.Providers), MemberType = typeof(ImportTests))]
    public async Task A_former_id_that_many_follow_joins_none_of_them(DatabaseProvider provider)
    {
        await using IdentityDesk desk = await IdentityDesk.OpenAsync(provider);
        await desk.TellAsync(Event(1, "u1", previous: "kiosk"), Event(2, "u2", previous: "kiosk"), Event(3, "u3", previous: "kiosk"), Event(4, "u3", "kiosk"));
        Assert.True(await desk.AreOneAsync("u1", "u2", "u3"));
        await desk.TellAsync(Event(5, "u4", previous: "kiosk"));
        Assert.False(await desk.AreOneAsync("u1", "u2"));
        Assert.All((await desk.OfAsync("u1")).Links, l => Assert.Equal((LinkOutcome.Shared, 4L), (l.Outcome, l.B.Met)));

        // One that takes up many former ids is what an alias is for.
        await desk.TellAsync(Event(6, "now", previous: "a"), Event(7, "now", previous: "b"), Event(8, "now", previous: "c"), Event(9, "now", previous: "d"));
        Assert.True(await desk.AreOneAsync("a", "b", "c", "d", "now"));
    }

    [SkippableTheory]
    [MemberData(nameof(ImportTests.Providers), MemberType = typeof(ImportTests))]
    public async Task A_shared_device_lets_go_of_all_whom_it_had_joined(DatabaseProvider provider)
    {
        await using IdentityDesk desk = await IdentityDesk.OpenAsync(provider);
        await desk.TellAsync(Event(1, "u1", "kiosk"), Event(2, "u2", "kiosk"), Event(3, "u3", "kiosk"), Event(4, "u3", "own"), Event(5, "u2", "own"));
        Assert.True(await desk.AreOneAsync("u1", "u2", "u3"));
        await desk.TellAsync(Event(6, "u4", "kiosk"));
        Assert.False(await desk.AreOneAsync("u1", "u2"));
        Assert.True(await desk.AreOneAsync("u2", "u3"));
        Assert.All((await desk.OfAsync("u1")).Links, l => Assert.Equal((LinkOutcome.Shared, 4L), (l.Outcome, l.B.Met)));
        await desk.TellAsync(Event(7, "u5", "kiosk"), Event(8, "u1", "kiosk"));
        await desk.TellAsync(Event(9, "w1", "home"), Event(9, "w2", "home"), Event(9, "w3", "home"), Event(9, "0", "home"), Event(9, "unknown", "home"));
        Assert.True(await desk.AreOneAsync("w1", "w2", "w3"));
        Assert.False(await desk.AreOneAsync("u1", "u5"));
        long kiosk = await desk.NumberAsync("visitor", "kiosk");
        Assert.Equal(kiosk, await desk.Identities.PersonOfAsync(kiosk));
    }

    [SkippableTheory]
    [MemberData(nameof(ImportTests.Providers), MemberType = typeof(ImportTests))]
    public async Task A_number_that_many_give_joins_nobody(DatabaseProvider provider)
    {
        await using IdentityDesk desk = await IdentityDesk.OpenAsync(provider, new IdentitySettings { CustomersPerContact = 2 });
        object Phone(string number) => new { phone = number, phoneVerified = true };
        await desk.TellAsync(Event(1, "u1", traits: Phone("0912 765 43 08")), Event(2, "u2", traits: Phone("+98 (0) 912-765-4308")));
        Assert.True(await desk.AreOneAsync("u1", "u2"));
        await desk.TellAsync(Event(3, "u3", traits: Phone("۰۹۱۲۷۶۵۴۳۰۸")));
        Assert.False(await desk.AreOneAsync("u1", "u2"));
        await desk.TellAsync(Event(4, "u4", traits: Phone("0911 111 1111")), Event(5, "u5", traits: Phone("09111111111")), Event(6, "null", "v"), Event(7, "u6", "v"));
        Assert.False(await desk.AreOneAsync("u4", "u5"));
        Assert.Equal(LinkOutcome.Filler, Assert.Single((await desk.OfAsync("u4")).Links).Outcome);
        Assert.False(await desk.AreOneAsync("null", "u6"));
    }

    [SkippableTheory]
    [MemberData(nameof(ImportTests.Providers), MemberType = typeof(ImportTests))]
    public async Task What_is_said_of_others_joins_nobody(DatabaseProvider provider)
    {
        await using IdentityDesk desk = await IdentityDesk.OpenAsync(provider, new IdentitySettings { VerifyingSources = ["source:1"] });
        await desk.TellAsync(
            Event(1, "u1", traits: new { email = "a@x.ir" }), Event(2, "u2", traits: new { email = "a@x.ir" }, source: "source:2"),
            Event(3, "u3", properties: new { email = "a@x.ir" }, name: "Friend Invited"),
            Event(4, "u4", traits: new { email = "a@x.ir", emailVerified = true }, name: "Group Joined"),
            Event(5, "u5", traits: new { email = "A@X.ir" }));
        Assert.True(await desk.AreOneAsync("u1", "u5"));
        Assert.False(await desk.AreOneAsync("u1", "u2"));
        Assert.False(await desk.AreOneAsync("u1", "u3"));
        Assert.Null(await desk.Identities.OfAsync(await desk.CustomerAsync("u4")));

        // A buyer and a seller in one event are two.
        await desk.TellAsync(Event(6, "u1", "v1") with { Objects = [new("customer", "buyer"), new("customer", "seller"), new("visitor", "v1")] });
        Assert.False(await desk.AreOneAsync("buyer", "seller"));
    }

    [SkippableTheory]
    [MemberData(nameof(ImportTests.Providers), MemberType = typeof(ImportTests))]
    public async Task A_person_s_word_outranks_the_log_and_can_be_taken_back(DatabaseProvider provider)
    {
        await using IdentityDesk desk = await IdentityDesk.OpenAsync(provider);
        await desk.TellAsync(Event(1, "u1", "v"), Event(2, "u2", "v"), Event(3, "u3"));
        (long u1, long u2, long u3) = (await desk.CustomerAsync("u1"), await desk.CustomerAsync("u2"), await desk.CustomerAsync("u3"));
        await desk.DecideAsync(HandDecision.Never, u2, u1, 10);
        Assert.False(await desk.AreOneAsync("u1", "u2"));
        PersonIdentity person = await desk.OfAsync("u1");
        Assert.Equal(["u1", "v"], person.Members.Select(m => m.Node.Id));
        Assert.Equal((HandDecision.Never, "u2"), (person.Decisions[0].Decision, person.Decisions[0].B.Node.Id));
        Assert.Equal(LinkOutcome.KeptApart, Assert.Single(person.Links, l => l.A.Node.Id == "u2").Outcome);

        // No way around by others: what would bring them together is left out.
        await desk.DecideAsync(HandDecision.Same, u3, u1, 11);
        await desk.DecideAsync(HandDecision.Same, u2, u3, 12);
        Assert.True(await desk.AreOneAsync("u1", "u3"));
        Assert.False(await desk.AreOneAsync("u1", "u2"));
        await desk.TellAsync(Event(13, "u2", "v"));
        Assert.False(await desk.AreOneAsync("u1", "u2"));

        await desk.DecideAsync(HandDecision.None, u1, u2, 14);
        Assert.True(await desk.AreOneAsync("u1", "u2", "u3"));
        await desk.DecideAsync(HandDecision.None, u1, u3, 15);
        await desk.DecideAsync(HandDecision.None, u2, u3, 16);
        Assert.True(await desk.AreOneAsync("u1", "u2"));
        Assert.False(await desk.AreOneAsync("u1", "u3"));

        // A source that uses the name of a decision decides nothing.
        await desk.TellAsync(Event(17, "u1", "v9", name: "Identities Kept Apart by Hand") with { Objects = [new("customer", "u1"), new("visitor", "v")] });
        Assert.Empty((await desk.OfAsync("u1")).Decisions);
    }

    [SkippableTheory]
    [MemberData(nameof(ImportTests.Providers), MemberType = typeof(ImportTests))]
    public async Task What_a_source_is_said_to_verify_joins_until_that_is_taken_back(DatabaseProvider provider)
    {
        await using IdentityDesk desk = await IdentityDesk.OpenAsync(provider);
        var sources = desk.Database.Get<SourceStore>();
        long shop = await sources.AddAsync("Shop", null, null);
        string name = EventSource.LogNameOf(shop);
        await desk.TellAsync(
            Event(1, "u1", traits: new { email = "a@x.ir", phone = "09121234508" }, source: name), Event(2, "u2", traits: new { email = "a@x.ir" }, source: name),
            Event(3, "u3", traits: new { phone = "09121234508" }, source: name));
        Assert.False(await desk.AreOneAsync("u1", "u2"));

        await sources.VouchAsync(shop, emails: true, phones: false);
        await desk.TellAsync(Event(4, "u9"));
        Assert.True(await desk.AreOneAsync("u1", "u2"));
        Assert.False(await desk.AreOneAsync("u1", "u3"));

        await sources.VouchAsync(shop, emails: true, phones: true);
        await desk.TellAsync(Event(5, "u9"));
        Assert.True(await desk.AreOneAsync("u1", "u2", "u3"));

        await sources.VouchAsync(shop, emails: false, phones: false);
        await desk.TellAsync(Event(6, "u9"));
        Assert.False(await desk.AreOneAsync("u1", "u2"));
        Assert.False(await desk.AreOneAsync("u1", "u3"));
    }

    [SkippableTheory]
    [MemberData(nameof(ImportTests.Providers), MemberType = typeof(ImportTests))]
    public async Task A_person_of_many_devices_says_how_many_and_is_paged(DatabaseProvider provider)
    {
        await using IdentityDesk desk = await IdentityDesk.OpenAsync(provider);
        await desk.TellAsync([.. Enumerable.Range(0, 700).Select(i => Event(i, "u1", $"v{i:d3}"))]);
        PersonIdentity first = await desk.OfAsync("u1");
        Assert.Equal((701L, Identities.Most, true), (first.Count, first.Members.Count, first.IsCut));
        PersonIdentity rest = (await desk.Identities.OfAsync(first.Person, Identities.Most))!;
        Assert.Equal(Enumerable.Range(0, 700).Select(i => $"v{i:d3}").Prepend("u1"), first.Members.Concat(rest.Members).Select(m => m.Node.Id));
        PersonIdentity beyond = (await desk.Identities.OfAsync(first.Person, 9_000))!;
        Assert.Equal((701L, 0), (beyond.Count, beyond.Members.Count));
    }

    [SkippableTheory]
    [MemberData(nameof(ImportTests.Providers), MemberType = typeof(ImportTests))]
    public async Task Under_other_settings_all_is_worked_out_anew(DatabaseProvider provider)
    {
        await using IdentityDesk desk = await IdentityDesk.OpenAsync(provider);
        await desk.TellAsync(Event(1, "u1", "v"), Event(2, "u2", "v"));
        Assert.True(await desk.AreOneAsync("u1", "u2"));
        var strict = new IdentityLearner(desk.Database.Get<IDatabase>(), new IdentitySettings { CustomersPerVisitor = 1 }, desk.Database.Get<SourceStore>());
        await desk.Log.AppendAsync([Event(3, "u3")]);
        Assert.Equal(desk.Log.Head, await strict.HandleAsync(desk.Log, desk.Log.Head - 1, default));
        Assert.False(await desk.AreOneAsync("u1", "u2"));
    }
}
