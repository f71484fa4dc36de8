using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Tests.Access;

public sealed class SqliteSignInTests() : SignInTests(DatabaseProvider.Sqlite);

public sealed class PostgresSignInTests() : SignInTests(DatabaseProvider.Postgres);

public abstract class SignInTests(DatabaseProvider provider)
{
    private const string Right = "a long enough password";
    private static readonly IPAddress Home = IPAddress.Parse("192.0.2.1");

    [SkippableFact]
    public async Task Only_the_right_password_of_an_active_person_signs_in_and_every_refusal_looks_the_same()
    {
        await using var house = await AccessHouse.BuildAsync(provider);
        var id = await PersonAsync(house, "sara");
        await house.AddAsync("without", BuiltInRoles.Agent, "n1", "n1");
        var retired = await PersonAsync(house, "retired");
        Assert.Null(await house.People.SetActiveAsync(retired, false));
        Assert.Equal(id, (await TryAsync(house, " SARA ", Right)).Person?.Id);
        foreach (var (name, password) in new[] { ("sara", "wrong password!"), ("nobody", Right), ("without", ""), ("without", Right), ("retired", Right), ("\ud800", Right), ("sara", new string('a', 1_000_000)), ("sara", ""), (new string('x', 100_000), Right) })
        {
            Assert.Equal(new PasswordAnswer(null, null), await TryAsync(house, name, password));
        }
    }

    [SkippableFact]
    public async Task Guessing_at_an_account_slows_down_the_guesser_and_not_its_owner()
    {
        await using var house = await AccessHouse.BuildAsync(provider);
        var id = await PersonAsync(house, "sara");
        await PersonAsync(house, "other");
        for (var i = 0; i < 5; i++)
        {
            Assert.Null((await TryAsync(house, "sara", $"wrong password {i}", $"198.51.100.{i}")).Wait);
        }

        // Even the right password waits, from any strange browser, or the wait would tell that it is right.
        Assert.NotNull((await TryAsync(house, "sara", Right, "203.0.113.9")).Wait);
        Assert.NotNull((await TryAsync(house, "sara", Right)).Wait);
        Assert.Equal(id, (await TryAsync(house, "sara", Right, device: "the owner's browser")).Person?.Id);
        Assert.NotNull((await TryAsync(house, "other", Right)).Person);
        await using (var restarted = house.Restart())
        {
            Assert.NotNull((await TryAsync(restarted, "sara", Right, "203.0.113.9")).Wait);
        }

        house.Time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(id, (await TryAsync(house, "sara", Right)).Person?.Id);
    }

    [SkippableFact]
    public async Task Case12_A_clock_set_back_makes_waiting_no_longer_and_counts_no_try_twice()
    {
        await using var house = await AccessHouse.BuildAsync(provider);
        var id = await PersonAsync(house, "sara");
        await PersonAsync(house, "other");
        for (var i = 0; i < 5; i++)
        {
            Assert.Null((await TryAsync(house, "sara", $"wrong password {i}")).Wait);
            Assert.Null((await TryAsync(house, "sara", $"wrong password {i}", device: "the owner's browser")).Wait);
        }

        Assert.Null((await TryAsync(house, "other", "wrong password")).Wait);
        var wait = (await TryAsync(house, "sara", Right)).Wait;
        house.Time.Advance(TimeSpan.FromDays(-1));
        await using var restarted = house.Restart();
        Assert.Equal(wait, (await TryAsync(restarted, "sara", Right)).Wait);
        Assert.Equal(wait, (await TryAsync(restarted, "sara", Right, device: "the owner's browser")).Wait);

        // One failure before and one after are two, and cost nothing yet.
        Assert.Equal(new PasswordAnswer(null, null), await TryAsync(restarted, "other", "wrong password"));
        Assert.NotNull((await TryAsync(restarted, "other", Right)).Person);
        house.Time.Advance(wait!.Value);
        Assert.Equal(id, (await TryAsync(restarted, "sara", Right)).Person?.Id);
        Assert.Equal(id, (await TryAsync(restarted, "sara", Right, device: "the owner's browser")).Person?.Id);
        house.Time.Advance(TimeSpan.FromDays(2));
        Assert.NotNull((await TryAsync(house, "other", Right)).Person);
    }

    [SkippableFact]
    public async Task An_unknown_name_slows_down_like_a_known_one()
    {
        await using var house = await AccessHouse.BuildAsync(provider);
        await PersonAsync(house, "sara");
        async Task<List<TimeSpan?>> Waits(string name, string address)
        {
            var waits = new List<TimeSpan?>();
            for (var i = 0; i < 8; i++)
            {
                waits.Add((await TryAsync(house, name, "wrong password!", address)).Wait);
            }

            return waits;
        }

        Assert.Equal(await Waits("sara", "198.51.100.1"), await Waits("nobody", "198.51.100.2"));
    }

    [SkippableFact]
    public async Task One_address_spraying_many_names_is_slowed_down_alone()
    {
        await using var house = await AccessHouse.BuildAsync(provider);
        await PersonAsync(house, "sara");
        for (var i = 0; i < 30; i++)
        {
            Assert.Null((await TryAsync(house, $"name{i}", "wrong password!", "2001:db8:1:2::" + i)).Wait);
        }

        Assert.NotNull((await TryAsync(house, "name99", "wrong password!", "2001:db8:1:2::ffff")).Wait);
        Assert.NotNull((await TryAsync(house, "sara", Right, "2001:db8:1:3::1")).Person);
    }

    [SkippableFact]
    public async Task Fifty_guesses_at_once_are_not_fifty_free_guesses()
    {
        await using var house = await AccessHouse.BuildAsync(provider);
        await PersonAsync(house, "sara");
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => TryAsync(house, "sara", $"wrong password {i}", $"198.51.100.{i}")));
        Assert.Equal(5, answers.Count(answer => answer.Wait is null));
    }

    [SkippableFact]
    public async Task A_new_password_ends_every_session_signed_in_before()
    {
        await using var house = await AccessHouse.BuildAsync(provider);
        var id = await PersonAsync(house, "sara");
        var cookie = await house.CookieAsync(id);
        Assert.True(await house.IsHonouredAsync(cookie));
        await using (var scope = house.Database.Services.CreateAsyncScope())
        {
            var passwords = scope.ServiceProvider.GetRequiredService<IPasswords>();
            Assert.Equal(AccessRefusal.PasswordWrong, await passwords.ChangeAsync(id, "not the old one", "another long password"));
            Assert.Equal(AccessRefusal.PasswordTooShort, await passwords.ChangeAsync(id, Right, "short"));
            Assert.Equal(AccessRefusal.PasswordTooLong, await passwords.ChangeAsync(id, Right, new string('x', 129)));
            Assert.True(await house.IsHonouredAsync(cookie));
            Assert.Null(await passwords.ChangeAsync(id, Right, "another long password"));
        }

        Assert.False(await house.IsHonouredAsync(cookie));
        Assert.False(await house.IsHonouredAsync(cookie + "x"));
        Assert.Null((await TryAsync(house, "sara", Right)).Person);
        var next = await house.CookieAsync(id);
        Assert.Null(await house.People.SetActiveAsync(id, false));
        Assert.False(await house.IsHonouredAsync(next));
    }

    [SkippableFact]
    public async Task A_session_lives_through_a_restart_ends_for_good_and_is_forgotten_after_a_week_without_use()
    {
        await using var house = await AccessHouse.BuildAsync(provider);
        var id = await PersonAsync(house, "sara");
        var (desk, phone) = (await house.CookieAsync(id), await house.CookieAsync(id));
        var sessions = house.Database.Get<OpenSessions>();
        var open = await sessions.ListAsync(id, null, default);
        Assert.Equal(2, open.Count);
        Assert.Equal(AccessRefusal.Unknown, await sessions.EndAsync(id + 1, open[0].Id));
        Assert.Null(await sessions.EndAsync(id, open[0].Id));
        Assert.Equal(AccessRefusal.Unknown, await sessions.EndAsync(id, open[0].Id));
        Assert.False(await house.IsHonouredAsync(phone));
        Assert.True(await house.IsHonouredAsync(desk));

        // Use is noted once an hour; what is used stays.
        house.Time.Advance(TimeSpan.FromDays(3));
        Assert.True(await house.IsHonouredAsync(desk));
        Assert.Equal(house.Time.GetUtcNow(), Assert.Single(await sessions.ListAsync(id, null, default)).SeenAt);
        await sessions.ForgetAsync(default);
        Assert.Single(await sessions.ListAsync(id, null, default));
        house.Time.Advance(TimeSpan.FromDays(8));
        await sessions.ForgetAsync(default);
        Assert.Empty(await sessions.ListAsync(id, null, default));
    }

    [SkippableFact]
    public async Task An_unknown_name_costs_the_same_work_as_a_wrong_password()
    {
        Skip.If(provider != DatabaseProvider.Sqlite, "The work is not the database's.");
        var hasher = new CountingHasher();
        await using var database = await TestDatabase.CreateAsync(provider, [new AccessRoom()], services => services.AddSingleton<IPasswordHasher<Person>>(hasher));
        await using (var scope = database.Services.CreateAsyncScope())
        {
            var added = await database.Get<IPeople>().AddAsync(new("sara", "Sara", [], []));
            Assert.Null(await scope.ServiceProvider.GetRequiredService<IPasswords>().ChangeAsync(added.Id, null, Right));
            await database.Get<IPeople>().AddAsync(new("without", "Without", [], []));
        }

        var works = new List<int>();
        foreach (var (name, password) in new[] { ("sara", "wrong password!"), ("nobody", "wrong password!"), ("without", "wrong password!"), ("sara", ""), ("sara", new string('a', 100_000)), ("", "") })
        {
            hasher.Checked = 0;
            Assert.Null((await TryAsync(database.Services, name, password)).Person);
            works.Add(hasher.Checked);
        }

        Assert.All(works, work => Assert.Equal(1, work));
        Assert.InRange(hasher.Longest, 1, 128);
    }

    [SkippableFact]
    public async Task A_link_signs_in_once_even_when_fifty_try_at_once()
    {
        await using var house = await AccessHouse.BuildAsync(provider);
        var id = await house.AddAsync("sara", BuiltInRoles.Agent, "n1", "n1");
        var links = house.Database.Get<ISignInLinks>();
        var earlier = Token(await links.CreateAsync(id, TimeSpan.FromHours(1)));
        var token = Token(await links.CreateAsync(id, TimeSpan.FromHours(1)));
        Assert.Null(await links.ConsumeAsync(earlier));
        Assert.True(await links.IsOpenAsync(token));
        var persons = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => links.ConsumeAsync(token)));
        Assert.Equal(id, Assert.Single(persons.OfType<Person>()).Id);
        Assert.False(await links.IsOpenAsync(token));
        var expiring = Token(await links.CreateAsync(id, TimeSpan.FromHours(1)));
        house.Time.Advance(TimeSpan.FromHours(1));
        Assert.Null(await links.ConsumeAsync(expiring));
        var last = Token(await links.CreateAsync(id, TimeSpan.FromHours(1)));
        Assert.Null(await house.People.SetActiveAsync(id, false));
        Assert.Null(await links.ConsumeAsync(last));
    }

    [SkippableFact]
    public async Task The_administrators_link_makes_the_administrator_once()
    {
        await using var house = await AccessHouse.BuildAsync(provider);
        var link = house.Database.Get<AdministratorLink>();
        Assert.True(await link.IsNeededAsync());
        var first = await link.CreateAsync(new("http://localhost:5080"));
        var second = await link.CreateAsync(new("http://localhost:5080"));
        Assert.StartsWith("http://localhost:5080/sign-in/link/", second.ToString(), StringComparison.Ordinal);
        Assert.NotEqual(first, second);
        var admin = Assert.Single(await house.People.ListAsync(null, null, 10));
        Assert.Equal([new RoleGrant(BuiltInRoles.Administrator)], admin.Grants);
    }

    /// <summary>Counts how often a password was compared, and how long the longest was.</summary>
    private sealed class CountingHasher : IPasswordHasher<Person>
    {
        private readonly PasswordHasher<Person> inner = new();

        public int Checked { get; set; }

        public int Longest { get; private set; }

        public string HashPassword(Person user, string password) => inner.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(Person user, string hashedPassword, string providedPassword)
        {
            Checked++;
            Longest = Math.Max(Longest, providedPassword.Length);
            return inner.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }

    private static string Token(SignInLink link) => link.Path!.Split('/')[^1];

    private static async Task<long> PersonAsync(AccessHouse house, string name)
    {
        var id = await house.AddAsync(name, BuiltInRoles.Agent, "n1", "n1");
        await using var scope = house.Database.Services.CreateAsyncScope();
        Assert.Null(await scope.ServiceProvider.GetRequiredService<IPasswords>().ChangeAsync(id, null, Right));
        return id;
    }

    private static Task<PasswordAnswer> TryAsync(AccessHouse house, string name, string password, string? address = null, string? device = null)
        => TryAsync(house.Database.Services, name, password, address, device);

    private static async Task<PasswordAnswer> TryAsync(IServiceProvider services, string name, string password, string? address = null, string? device = null)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PasswordGate>()
            .CheckAsync(name, password, address is null ? Home : IPAddress.Parse(address), device);
    }
}
