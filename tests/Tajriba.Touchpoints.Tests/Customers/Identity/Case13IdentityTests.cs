using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Sources;
using Tajriba.Touchpoints.Customers.Identity;
using Tajriba.Touchpoints.Tests.Capture;

namespace Tajriba.Touchpoints.Tests.Customers.Identity;

/// <summary>Case 13 for identities: whatever the order and the portions in which events arrive, who is who comes out the same.</summary>
public sealed class Case13IdentityTests
{
    private static readonly IdentitySettings Settings = new() { CustomersPerVisitor = 2, CustomersPerContact = 2 };

    [SkippableTheory]
    [MemberData(nameof(ImportTests.Providers), MemberType = typeof(ImportTests))]
    public async Task Case13_shuffled_arrival_equals_sorted(DatabaseProvider provider)
    {
        await using IdentityDesk desk = await IdentityDesk.OpenAsync(provider, Settings);
        int story = 0;
        var stories = (from seed in Gen.Choose(0, int.MaxValue) from count in Gen.Choose(1, 40) select (seed, count)).ToArbitrary();
        Prop.ForAll(stories, given => Task.Run(async () =>
        {
            var random = new Random(given.seed);
            Step[] sorted = [.. Enumerable.Range(0, given.count).Select(i => Step.Any(random, i))];
            Step[] shuffled = [.. sorted];
            random.Shuffle(shuffled);
            string first = await ToldAsync(desk, $"9{story++:d5}", sorted, random);
            string second = await ToldAsync(desk, $"9{story++:d5}", shuffled, random);
            Assert.Equal(first, second);
            await ApartAndCompleteAsync(desk, $"9{story - 1:d5}", shuffled);
        }).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(provider == DatabaseProvider.Sqlite ? 60 : 20));

        string before = await DumpAsync(desk, "");
        await desk.Learner.ResetAsync(default);
        var whole = new IdentityLearner(desk.Database.Get<IDatabase>(), Settings, desk.Database.Get<SourceStore>()) { PortionSize = 333 };
        Assert.Equal(desk.Log.Head, await whole.HandleAsync(desk.Log, desk.Log.Head - 1, default));
        Assert.Equal(before, await DumpAsync(desk, ""));
    }

    /// <summary>Tells a story under names of its own, in portions, and answers who is who in it.</summary>
    private static async Task<string> ToldAsync(IdentityDesk desk, string prefix, Step[] steps, Random random)
    {
        for (int at = 0; at < steps.Length;)
        {
            Step[] portion = steps[at..Math.Min(steps.Length, at + random.Next(1, 12))];
            at += portion.Length;
            await desk.TellAsync([.. portion.Select(s => s.Event(prefix))]);
        }

        return await DumpAsync(desk, prefix);
    }

    /// <summary>Persons and links by their names; positions differ with the order of arrival and are left out.</summary>
    private static async Task<string> DumpAsync(IdentityDesk desk, string prefix)
    {
        await using var connection = await desk.Database.Get<IDatabase>().OpenAsync();
        List<string> persons = await connection.Command(
            "SELECT n.kind, n.id, p.kind, p.id, n.state, n.met, n.guarded FROM customers_identity n JOIN customers_identity p ON p.node = n.person WHERE n.id LIKE @like", ("like", $"%{prefix}%"))
            .ListAsync(r => $"{r.GetInt32(0)} {Bare(r.GetString(1))} is {r.GetInt32(2)} {Bare(r.GetString(3))}, {r.GetInt32(4)} {r.GetInt64(5)} {r.GetInt32(6)}");
        List<string> links = await connection.Command(
            "SELECT n.id, p.id, l.reason, l.time, l.count FROM customers_links l JOIN customers_identity n ON n.node = l.a JOIN customers_identity p ON p.node = l.b WHERE n.id LIKE @like", ("like", $"%{prefix}%"))
            .ListAsync(r => $"{Bare(r.GetString(0))} - {Bare(r.GetString(1))} {r.GetInt32(2)} {r.GetInt64(3)} {r.GetInt64(4)}");
        return string.Join('\n', persons.Order(StringComparer.Ordinal).Concat(links.Order(StringComparer.Ordinal)));

        string Bare(string id) => prefix.Length == 0 ? id : id.Replace(prefix, "", StringComparison.Ordinal);
    }

    /// <summary>Who is kept apart is apart, and nothing else that joins is left out.</summary>
    private static async Task ApartAndCompleteAsync(IdentityDesk desk, string prefix, Step[] steps)
    {
        foreach (string customer in steps.Select(s => s.Customer).OfType<string>().Distinct())
        {
            if (await desk.Log.FindObjectAsync("customer", prefix + customer) is not { } number || await desk.Identities.OfAsync(number) is not { } person)
            {
                continue;
            }

            Assert.All(person.Decisions.Where(d => d.Decision == HandDecision.Never), d => Assert.NotEqual(d.A.Person, d.B.Person));
            foreach (IdentityLink link in person.Links.Where(l => l.Outcome == LinkOutcome.KeptApart))
            {
                PersonIdentity one = (await desk.Identities.OfAsync(link.A.Node.Number))!;
                Assert.Contains(one.Decisions, d => d.Decision == HandDecision.Never && (d.A.Person == link.B.Person || d.B.Person == link.B.Person));
            }
        }
    }

    /// <summary>One thing that is told, free of the names of a story.</summary>
    private sealed record Step(int Minute, string? Customer, string? Visitor, string? Previous, int Contact, bool Verified, bool IsPhone, HandDecision? Decision)
    {
        public static Step Any(Random random, int minute)
        {
            string Customer() => "c" + random.Next(7);
            return random.Next(10) switch
            {
                < 4 => new(minute, Customer(), "v" + random.Next(5), null, -1, false, false, null),
                4 => new(minute, Customer(), random.Next(3) == 0 ? "v" + random.Next(5) : null, random.Next(2) == 0 ? Customer() : "v" + random.Next(5), -1, false, false, null),
                < 8 => new(minute, random.Next(4) == 0 ? null : Customer(), "v" + random.Next(5), null, random.Next(4), random.Next(3) > 0, random.Next(2) == 0, null),
                _ => new(minute, Customer(), null, Customer(), -1, false, false, (HandDecision)random.Next(3)),
            };
        }

        public NewEvent Event(string prefix)
        {
            string? Named(string? id) => id is null ? null : prefix + id;
            if (Decision is { } decision && Customer != Previous)
            {
                return HandEvents.Make(
                    decision, new(1, IdentifierKind.Customer, Named(Customer)!), new(2, IdentifierKind.Customer, Named(Previous)!), 1, DateTimeOffset.UnixEpoch.AddMinutes(Minute));
            }

            string phone = string.Create(CultureInfo.InvariantCulture, $"+98{prefix}990{Contact}");
            object? traits = Contact < 0 ? null : IsPhone ? new { phone, phoneVerified = Verified } : new { email = $"{prefix}{Contact}@x.ir", emailVerified = Verified };
            return IdentityDesk.Event(Minute, Named(Customer), Named(Visitor), Customer == Previous ? null : Named(Previous), traits);
        }
    }
}
