using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Rooms;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Tests.Access;

/// <summary>A small organization on a fresh database: a head office, two regions, a branch in each, a team in one.</summary>
public sealed class AccessHouse : IAsyncDisposable
{
    private AccessHouse(TestDatabase database, ManualTime time)
    {
        Database = database;
        Time = time;
    }

    public TestDatabase Database { get; }

    public ManualTime Time { get; }

    public IUnits Units => Database.Get<IUnits>();

    public IPeople People => Database.Get<IPeople>();

    public static async Task<AccessHouse> BuildAsync(DatabaseProvider provider)
    {
        var time = new ManualTime();
        var house = new AccessHouse(await TestDatabase.CreateAsync(provider, Rooms, services => Configure(services, time)), time);
        Assert.Null(await house.Units.AddAsync(
        [
            new("org", UnitKind.Organization, null, new("Organization", "سازمان", "المنظمة")),
            new("north", UnitKind.Region, "org", new("North")),
            new("south", UnitKind.Region, "org", new("South")),
            new("n1", UnitKind.Branch, "north", new("North 1")),
            new("s1", UnitKind.Branch, "south", new("South 1")),
            new("n1-desk", UnitKind.Team, "n1", new("Desk")),
        ]));
        return house;
    }

    public ServiceProvider Restart() => Database.Open(Rooms, services => Configure(services, Time));

    public async Task<long> AddAsync(string userName, string role, string? grantUnit, params string[] units)
    {
        var added = await People.AddAsync(new(userName, userName, units, [new(role, grantUnit)]));
        Assert.Null(added.Refusal);
        return added.Id;
    }

    /// <summary>Runs work as a person, inside a request that carries the person's cookie.</summary>
    public async Task<T> AsAsync<T>(long personId, Func<Task<T>> work)
    {
        await using var scope = Database.Services.CreateAsyncScope();
        var request = await RequestAsync(scope.ServiceProvider, await CookieAsync(personId));
        var accessor = Database.Get<IHttpContextAccessor>();
        accessor.HttpContext = request;
        try
        {
            return await work();
        }
        finally
        {
            accessor.HttpContext = null;
        }
    }

    /// <summary>Signs a person in and returns the cookie header of later requests.</summary>
    public async Task<string> CookieAsync(long personId)
    {
        await using var scope = Database.Services.CreateAsyncScope();
        var person = await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().FindByIdAsync(personId.ToString());
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        var accessor = Database.Get<IHttpContextAccessor>();
        accessor.HttpContext = context;
        await scope.ServiceProvider.GetRequiredService<PersonSession>().SignInAsync(person!, persistent: false);
        accessor.HttpContext = null;
        return context.Response.Headers.SetCookie.ToString().Split(';')[0];
    }

    public async Task<bool> IsHonouredAsync(string cookie)
    {
        await using var scope = Database.Services.CreateAsyncScope();
        return (await RequestAsync(scope.ServiceProvider, cookie)).User.Identity?.IsAuthenticated == true;
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    private static IReadOnlyList<Room> Rooms { get; } = [new AccessRoom(), new JourneysRoom()];

    private static void Configure(IServiceCollection services, ManualTime time)
    {
        services.AddSingleton<TimeProvider>(time);
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1000);
    }

    private static async Task<HttpContext> RequestAsync(IServiceProvider services, string cookie)
    {
        var context = new DefaultHttpContext { RequestServices = services };
        context.Request.Headers.Cookie = cookie;
        var result = await context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        context.User = result.Principal ?? context.User;
        return context;
    }

    private sealed class JourneysRoom : Room
    {
        public override string Name => "journeys";

        public override Layer Layer => Layer.Experience;

        public override IReadOnlyList<Permission> Permissions => [new("journeys.view"), new("journeys.edit")];
    }
}
