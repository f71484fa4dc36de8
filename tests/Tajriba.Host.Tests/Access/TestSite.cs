using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Access;

namespace Tajriba.Host.Tests.Access;

/// <summary>The product in this process on a fresh SQLite file, with a small organization in it.</summary>
public class TestSite : WebApplicationFactory<Program>, IAsyncLifetime
{
    /// <summary>Header by which a test says from which address it comes.</summary>
    public const string AddressHeader = "X-Test-Address";

    private readonly string folder = Directory.CreateTempSubdirectory("tajriba-site-").FullName;

    public IPeople People => Services.GetRequiredService<IPeople>();

    public IUnits Units => Services.GetRequiredService<IUnits>();

    public virtual async Task InitializeAsync()
        => Assert.Null(await Units.AddAsync(
        [
            new("org", UnitKind.Organization, null, new("Organization", "سازمان", "المنظمة")),
            new("north", UnitKind.Region, "org", new("North")),
            new("south", UnitKind.Region, "org", new("South")),
            new("n1", UnitKind.Branch, "north", new("North 1")),
            new("s1", UnitKind.Branch, "south", new("South 1")),
        ]));

    Task IAsyncLifetime.DisposeAsync() => EndAsync();

    protected virtual async Task EndAsync()
    {
        await DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A browser with its own cookies that shows redirects instead of following them.</summary>
    public HttpClient Browser(string? address = null)
    {
        var client = CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true });
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        if (address is not null)
        {
            client.DefaultRequestHeaders.Add(AddressHeader, address);
        }

        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Tajriba:DataDirectory", folder);
        builder.ConfigureTestServices(services =>
        {
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1000);
            services.AddSingleton<IStartupFilter, AddressFilter>();
        });
    }

    private sealed class AddressFilter : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse(context.Request.Headers[AddressHeader].FirstOrDefault() ?? "192.0.2.1");
                return rest(context);
            });
            next(app);
        };
    }
}
