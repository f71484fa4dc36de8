using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Host.Tests.Access;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Kernel.Tests;
using Tajriba.Touchpoints.Capture.Import;

namespace Tajriba.Host.Tests.Capture;

/// <summary>The product in this process on a fresh database of either kind, with two branches in it.</summary>
internal sealed class CaptureSite : WebApplicationFactory<Program>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly TestDatabase database;
    private readonly string folder;
    private readonly Action<IServiceCollection>? configure;

    private readonly CaptureSite? first;

    private CaptureSite(TestDatabase database, Action<IServiceCollection>? configure, CaptureSite? first = null, string? folder = null) =>
        (this.database, this.configure, this.first, this.folder) = (database, configure, first, folder ?? Directory.CreateTempSubdirectory("tajriba-capture-").FullName);

    public static TheoryData<DatabaseProvider> Providers => [DatabaseProvider.Sqlite, DatabaseProvider.Postgres];

    public IExperienceLog Log => Services.GetRequiredService<IExperienceLog>();

    public string UploadFolder => Path.Combine(folder, "imports");

    public static async Task<CaptureSite> OpenAsync(DatabaseProvider provider = DatabaseProvider.Sqlite, Action<IServiceCollection>? configure = null)
    {
        var site = new CaptureSite(await TestDatabase.CreateAsync(provider), configure);
        Assert.Null(await site.Services.GetRequiredService<IUnits>().AddAsync(
        [
            new("org", UnitKind.Organization, null, new("Organization")),
            new("n1", UnitKind.Branch, "org", new("North")),
            new("s1", UnitKind.Branch, "org", new("South")),
        ]));
        return site;
    }

    /// <summary>Another node on the same database, or this one after a restart.</summary>
    public CaptureSite Another(Action<IServiceCollection>? more = null) => new(database, more ?? configure, first ?? this);

    /// <summary>Where its database is (<c>Tajriba:Database</c>).</summary>
    public string Address => database.Address;

    /// <summary>What seals its keys (<c>Tajriba:Key</c>), for a process that goes on with its database.</summary>
    public string Secret => File.ReadAllText(Path.Combine(folder, "tajriba.key")).Trim();

    /// <summary>Ends this process; its database stays for another.</summary>
    public ValueTask StopAsync() => base.DisposeAsync();

    /// <summary>Ends this process, and begins another on the same database and folder, which alone is disposed of then.</summary>
    public async Task<CaptureSite> RestartAsync()
    {
        await base.DisposeAsync();
        return new CaptureSite(database, configure, folder: folder);
    }

    public Task<HttpClient> AdministratorAsync() => this.BrowserOfAsync(BuiltInRoles.Administrator);

    /// <summary>A caller of the API: signed in, wants JSON.</summary>
    public async Task<HttpClient> CallerAsync(string role = BuiltInRoles.Administrator, string? unit = null)
    {
        var caller = await this.BrowserOfAsync(role, unit);
        caller.DefaultRequestHeaders.Accept.Clear();
        caller.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        return caller;
    }

    /// <summary>Uploads a file by the form of the import page and answers where it leads.</summary>
    public static async Task<string> UploadAsync(HttpClient browser, string name, byte[] content)
    {
        IDocument page = await browser.PageAsync("/import");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector("form[action='/import/upload'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(content) { Headers = { ContentType = MediaTypeHeaderValue.Parse("text/csv") } }, "file", name },
        };
        using HttpResponseMessage answer = await browser.PostAsync("/import/upload", form);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    public static Task<string> UploadAsync(HttpClient browser, string name, string content) => UploadAsync(browser, name, Encoding.UTF8.GetBytes(content));

    /// <summary>Waits until an import has ended.</summary>
    public async Task<ImportRecord> EndOfAsync(long id)
    {
        var store = Services.GetRequiredService<ImportStore>();
        ImportRecord? import = null;
        await UntilAsync(async () => (import = await store.FindAsync(id)) is { State: ImportState.Done or ImportState.Failed or ImportState.Stopped });
        return import!;
    }

    /// <summary>Waits for what happens in the background.</summary>
    public static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await condition())
        {
            await Task.Delay(20, patience.Token);
        }
    }

    public Task<IReadOnlyList<LoggedEvent>> EventsAsync() => Log.ReadAsync(0, 10_000);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (first is null)
        {
            await database.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Tajriba:DataDirectory", folder);
        builder.UseSetting("Tajriba:Database", database.Address);
        if (first is not null)
        {
            builder.UseSetting("Tajriba:KeyFile", Path.Combine(first.folder, "tajriba.key"));
        }

        builder.ConfigureTestServices(services =>
        {
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1000);
            configure?.Invoke(services);
        });
    }
}
