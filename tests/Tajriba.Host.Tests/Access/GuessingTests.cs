using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Access;

namespace Tajriba.Host.Tests.Access;

public sealed class SqliteGuessingTests(TestSite site) : GuessingTests(site), IClassFixture<TestSite>;

public sealed class PostgresGuessingTests(PostgresTestSite site) : GuessingTests(site.Present()), IClassFixture<PostgresTestSite>;

/// <summary>Passwords tried by the dozen, from everywhere at once and at everybody.</summary>
public abstract class GuessingTests(TestSite site)
{
    private const string Right = "a long enough password";

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Case35_Forty_tries_at_once_from_forty_addresses_are_few_tries_whether_the_account_is_there_or_not(bool isThere)
    {
        var name = isThere ? await PersonAsync("guessed") : "nobody-of-that-name";
        var bystander = await PersonAsync(isThere ? "bystander" : "onlooker");
        var statuses = await Task.WhenAll(Enumerable.Range(0, 40).Select(async i =>
        {
            using var browser = site.Browser($"198.51.100.{i}");
            using var answer = await TryAsync(browser, name, $"wrong password {i}");
            return answer.StatusCode;
        }));
        Assert.All(statuses, status => Assert.True(status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.TooManyRequests));

        // Five are free; each further one costs a longer wait, of which a slow machine may sit out a few.
        Assert.True(statuses.Count(status => status == HttpStatusCode.TooManyRequests) >= 25);

        using var other = site.Browser("203.0.113.1");
        using var entered = await TryAsync(other, bystander, Right);
        Assert.Equal(HttpStatusCode.Found, entered.StatusCode);
    }

    [SkippableFact]
    public async Task Case35_One_address_that_tries_many_accounts_is_told_to_wait_and_other_addresses_are_not()
    {
        using var stuffer = site.Browser("198.51.100.200");
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 40; i++)
        {
            using var answer = await TryAsync(stuffer, $"leaked-{i}", "a leaked password");
            statuses.Add(answer.StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
        using var other = site.Browser("203.0.113.2");
        using var entered = await TryAsync(other, await PersonAsync("far-away"), Right);
        Assert.Equal(HttpStatusCode.Found, entered.StatusCode);
    }

    [SkippableFact]
    public async Task Case35_A_password_has_at_most_128_characters_where_it_is_set_and_where_it_is_tried()
    {
        var name = await PersonAsync("long", new string('a', 128));
        using var browser = site.Browser("203.0.113.3");
        using var longer = await TryAsync(browser, name, new string('a', 129));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, longer.StatusCode);
        using var right = await TryAsync(browser, name, new string('a', 128));
        Assert.Equal(HttpStatusCode.Found, right.StatusCode);
        using var set = await browser.PostFormAsync("/password", "password", ("current", new string('a', 128)), ("next", new string('b', 129)), ("repeat", new string('b', 129)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, set.StatusCode);
    }

    [SkippableFact]
    public async Task Case35_Whatever_is_wrong_one_hash_of_one_cost_is_verified()
    {
        var hasher = new CountingHasher(site.Services.GetRequiredService<IPasswordHasher<Person>>());
        await using var counted = site.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.AddSingleton<IPasswordHasher<Person>>(hasher)));
        var known = await PersonAsync("known");
        var gone = await PersonAsync("gone");
        var goneId = (await site.People.ListAsync(gone, null, 1)).Single().Id;
        Assert.Null(await site.People.SetActiveAsync(goneId, false));
        await site.People.AddAsync(new("without-password", "Without", ["north"], [new(BuiltInRoles.Manager, "north")]));
        (string Name, string Password)[] tries =
        [
            (known, "a wrong password"), (known, new string('a', 129)), (known, new string('a', 1 << 20)), (known, ""), ("nobody", Right), ("", Right), (new string('n', 5000), Right), (gone, Right), ("without-password", Right),
        ];
        foreach (var (name, password) in tries)
        {
            hasher.Verified.Clear();
            await using var scope = counted.Services.CreateAsyncScope();
            var answer = await scope.ServiceProvider.GetRequiredService<PasswordGate>().CheckAsync(name, password, IPAddress.Parse("203.0.113.77"), device: "browser of " + name);
            Assert.Equal(new PasswordAnswer(null, null), answer);
            Assert.Equal("one of the usual cost", hasher.Verified.Count == 1 ? "one of the usual cost" : $"{name}: {hasher.Verified.Count}");
            Assert.Equal(hasher.Cost, hasher.Verified[0]);
        }
    }

    private static Task<HttpResponseMessage> TryAsync(HttpClient browser, string name, string password)
        => browser.PostFormAsync("/sign-in", "sign-in", ("userName", name), ("password", password));

    private async Task<string> PersonAsync(string name, string password = Right)
    {
        var added = await site.People.AddAsync(new(name, name, ["north"], [new(BuiltInRoles.Manager, "north")]));
        await using var scope = site.Services.CreateAsyncScope();
        Assert.Null(await scope.ServiceProvider.GetRequiredService<IPasswords>().ChangeAsync(added.Id, null, password));
        return name;
    }

    /// <summary>Notes what each hash that is verified costs: algorithm, rounds and length of the salt, which stand at its beginning.</summary>
    private sealed class CountingHasher(IPasswordHasher<Person> inner) : IPasswordHasher<Person>
    {
        private const int Head = 13;

        public List<string> Verified { get; } = [];

        /// <summary>The cost of a hash made now.</summary>
        public string Cost { get; } = CostOf(inner.HashPassword(new Person(), Right));

        public string HashPassword(Person user, string password) => inner.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(Person user, string hashedPassword, string providedPassword)
        {
            Verified.Add(CostOf(hashedPassword));
            return inner.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }

        private static string CostOf(string hash) => Convert.ToHexString(Convert.FromBase64String(hash).AsSpan(0, Head));
    }
}
