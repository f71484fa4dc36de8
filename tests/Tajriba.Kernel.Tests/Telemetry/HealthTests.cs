using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Kernel.Telemetry;
using Tajriba.Kernel.Tests.Log;

namespace Tajriba.Kernel.Tests.Telemetry;

public sealed class SqliteHealthTests() : HealthTests(DatabaseProvider.Sqlite);

public sealed class PostgresHealthTests() : HealthTests(DatabaseProvider.Postgres);

public abstract class HealthTests(DatabaseProvider provider)
{
    [SkippableFact]
    public async Task A_whole_node_starts_serves_hears_and_stops()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var app = await StartAsync(database.Address);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
        Assert.Equal("""{"status":"healthy","reason":null}""", await client.GetStringAsync("/health/ready"));

        await database.Get<IExperienceLog>().AppendAsync([ExperienceLogTests.Event("s", "1")]);
        await app.Services.GetRequiredService<LogSubscriberTests.Listener>().Reached(1);
        await app.StopAsync();
    }

    [SkippableFact]
    public async Task A_database_that_needs_steps_is_not_ready()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var app = await StartAsync(database.Address);
        await database.Get<IDatabase>().WriteAsync((transaction, cancel) => transaction.Command("update kernel_schema_step set hash = 'x' where number = 1").RunAsync(cancel));
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var answer = await client.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("""{"status":"unhealthy","reason":"schema"}""", await answer.Content.ReadAsStringAsync());
    }

    private static async Task<WebApplication> StartAsync(string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["Tajriba:Database"] = address;
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddTajribaKernel(builder.Configuration, []);
        builder.Services.AddLogSubscriber<LogSubscriberTests.Listener>();
        var app = builder.Build();
        app.MapTajribaHealth();
        await app.StartAsync();
        return app;
    }
}
