using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Tests.Log;

public sealed class SqliteLogSubscriberTests() : LogSubscriberTests(DatabaseProvider.Sqlite);

public sealed class PostgresLogSubscriberTests() : LogSubscriberTests(DatabaseProvider.Postgres);

public abstract class LogSubscriberTests(DatabaseProvider provider)
{
    [SkippableFact]
    public async Task It_hears_everything_once_and_goes_on_where_it_was()
    {
        await using var database = await TestDatabase.CreateAsync(provider, configure: s => s.AddLogSubscriber<Listener>());
        var log = database.Get<IExperienceLog>();
        var listener = database.Get<Listener>();
        await log.AppendAsync([ExperienceLogTests.Event("s", "1"), ExperienceLogTests.Event("s", "2")]);
        await database.Get<ILogSubscribers>().CatchUpAsync();
        await log.AppendAsync([ExperienceLogTests.Event("s", "3")]);
        await database.Get<ILogSubscribers>().CatchUpAsync();
        Assert.Equal(["1", "2", "3"], listener.Heard);

        await using var later = database.Open(configure: s => s.AddLogSubscriber<Listener>());
        await log.AppendAsync([ExperienceLogTests.Event("s", "4")]);
        await later.GetRequiredService<ILogSubscribers>().CatchUpAsync();
        Assert.Equal(["4"], later.GetRequiredService<Listener>().Heard);
        Assert.Equal(new LogSubscriberState("listener", 4, 4, null), Assert.Single(later.GetRequiredService<ILogSubscribers>().States));
    }

    [SkippableFact]
    public async Task A_rebuild_gives_what_hearing_gave()
    {
        await using var database = await TestDatabase.CreateAsync(provider, configure: s => s.AddLogSubscriber<Listener>());
        var log = database.Get<IExperienceLog>();
        var listener = database.Get<Listener>();
        await log.AppendAsync([.. Enumerable.Range(0, 25).Select(i => ExperienceLogTests.Event("s", i.ToString()))]);
        await database.Get<ILogSubscribers>().CatchUpAsync();
        var heard = listener.Heard.ToArray();
        await database.Get<ILogSubscribers>().RebuildAsync("listener");
        Assert.Equal(heard, listener.Heard);
        await Assert.ThrowsAsync<ArgumentException>(() => database.Get<ILogSubscribers>().RebuildAsync("nobody"));
    }

    [SkippableFact]
    public async Task A_rebuild_cut_off_before_it_forgot_starts_again_by_forgetting()
    {
        await using var database = await TestDatabase.CreateAsync(provider, configure: s => s.AddLogSubscriber<Listener>());
        var listener = database.Get<Listener>();
        await database.Get<IExperienceLog>().AppendAsync([ExperienceLogTests.Event("s", "1")]);
        await database.Get<ILogSubscribers>().CatchUpAsync();
        listener.FailNextReset = true;
        await Assert.ThrowsAsync<IOException>(() => database.Get<ILogSubscribers>().RebuildAsync("listener"));
        await database.Get<ILogSubscribers>().CatchUpAsync();
        Assert.Equal(["1"], listener.Heard);
        Assert.Equal(1, listener.Resets);
    }

    [SkippableFact]
    public async Task While_the_host_runs_it_hears_by_itself_even_after_a_failure()
    {
        await using var database = await TestDatabase.CreateAsync(provider, configure: s => s.AddLogSubscriber<Listener>());
        var listener = database.Get<Listener>();
        listener.FailNextHandling = true;
        var services = database.Services.GetServices<IHostedService>().Where(s => s.GetType().Name is "LogSubscriberService").ToList();
        await database.Get<IExperienceLog>().AppendAsync([ExperienceLogTests.Event("s", "1")]);
        await Task.WhenAll(services.Select(s => s.StartAsync(default)));
        await listener.Reached(1);
        await database.Get<IExperienceLog>().AppendAsync([ExperienceLogTests.Event("s", "2")]);
        await listener.Reached(2);
        await Task.WhenAll(services.Select(s => s.StopAsync(default)));
        Assert.Equal(["1", "2"], listener.Heard);
    }

    public sealed class Listener : ILogSubscriber
    {
        private readonly SemaphoreSlim moved = new(0);

        public List<string> Heard { get; } = [];

        public int Resets { get; private set; }

        public bool FailNextReset { get; set; }

        public bool FailNextHandling { get; set; }

        public string Name => "listener";

        public async Task<long> HandleAsync(IExperienceLog log, long afterPosition, CancellationToken cancellationToken)
        {
            if (FailNextHandling)
            {
                FailNextHandling = false;
                throw new IOException("once");
            }

            var events = await log.ReadAsync(afterPosition, 10, cancellationToken);
            Heard.AddRange(events.Select(e => e.Id));
            moved.Release();
            return events[^1].Position;
        }

        public Task ResetAsync(CancellationToken cancellationToken)
        {
            if (FailNextReset)
            {
                FailNextReset = false;
                throw new IOException("once");
            }

            Resets++;
            Heard.Clear();
            return Task.CompletedTask;
        }

        public async Task Reached(int count)
        {
            while (Heard.Count < count)
            {
                Assert.True(await moved.WaitAsync(TimeSpan.FromSeconds(60)));
            }
        }
    }
}
