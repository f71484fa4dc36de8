using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Outbox;
using Tajriba.Kernel.Settings;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Tests.Outbox;

public sealed class SqliteOutboxTests() : OutboxTests(DatabaseProvider.Sqlite);

public sealed class PostgresOutboxTests() : OutboxTests(DatabaseProvider.Postgres);

public abstract class OutboxTests(DatabaseProvider provider)
{
    [SkippableFact]
    public async Task A_message_goes_out_with_its_fact_or_not_at_all()
    {
        var post = new Post();
        await using var database = await TestDatabase.CreateAsync(provider, configure: s => s.AddSingleton<IOutboxHandler>(post));
        var outbox = database.Get<IOutbox>();
        await database.Get<IDatabase>().WriteAsync((transaction, cancel) => outbox.AddAsync(transaction, "post", "kept", null, cancel));
        await Assert.ThrowsAsync<IOException>(() => database.Get<IDatabase>().WriteAsync<long>(async (transaction, cancel) =>
        {
            await outbox.AddAsync(transaction, "post", "dropped", null, cancel);
            throw new IOException("no");
        }));
        Assert.Equal(1, await outbox.DeliverAsync());
        Assert.Equal(0, await outbox.DeliverAsync());
        Assert.Equal(["kept"], post.Delivered);
        Assert.Equal(0, await outbox.WaitingAsync());
    }

    [SkippableFact]
    public async Task A_message_that_fails_is_tried_again_later_and_given_up_in_the_end()
    {
        var post = new Post { Failures = int.MaxValue };
        var clock = new Clock();
        await using var database = await TestDatabase.CreateAsync(provider, configure: s => s.AddSingleton<IOutboxHandler>(post).AddSingleton<TimeProvider>(clock));
        var outbox = database.Get<IOutbox>();
        await database.Get<IDatabase>().WriteAsync((transaction, cancel) => outbox.AddAsync(transaction, "post", "hard", null, cancel));
        Assert.Equal(0, await outbox.DeliverAsync());
        Assert.Equal(0, await outbox.DeliverAsync());
        Assert.Equal(1, post.Tries);
        while (await outbox.WaitingAsync() > 0)
        {
            clock.Now += TimeSpan.FromHours(2);
            await outbox.DeliverAsync();
        }

        var dead = Assert.Single(await outbox.DeadAsync(10));
        Assert.Equal(("hard", "closed", StoredOutbox.MaxTries), (dead.Payload, dead.Error, dead.Tries));
        post.Failures = 0;
        Assert.True(await outbox.ReviveAsync(dead.Id));
        Assert.Equal(1, await outbox.DeliverAsync());
    }

    [SkippableFact]
    public async Task Settings_have_defaults_and_forget()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var settings = database.Get<ISettings>();
        var write = database.Get<IDatabase>();
        Assert.Equal(7, await settings.GetAsync("journeys.days", 7));
        await write.WriteAsync((transaction, cancel) => settings.SetAsync(transaction, "journeys.days", 9, cancel));
        await write.WriteAsync((transaction, cancel) => settings.SetAsync(transaction, "journeys.days", 11, cancel));
        Assert.Equal(11, await settings.GetAsync("journeys.days", 7));
        Assert.Equal("x", await settings.GetAsync("journeys.days", "x"));
        await write.WriteAsync((transaction, cancel) => settings.ClearAsync(transaction, "journeys.days", cancel));
        Assert.Equal(7, await settings.GetAsync("journeys.days", 7));
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class Post : IOutboxHandler
    {
        public List<string> Delivered { get; } = [];

        public int Failures { get; set; }

        public int Tries { get; private set; }

        public string Kind => "post";

        public Task DeliverAsync(OutboxMessage message, CancellationToken cancellationToken)
        {
            Tries++;
            if (Tries <= Failures)
            {
                throw new IOException("closed");
            }

            Delivered.Add(message.Payload);
            return Task.CompletedTask;
        }
    }
}
