using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Log;

internal sealed class LogSubscribers : ILogSubscribers
{
    private readonly IExperienceLog log;
    private readonly TimeProvider time;

    public LogSubscribers(IEnumerable<ILogSubscriber> subscribers, IExperienceLog log, IDatabase database, INodeLocks locks, TimeProvider time)
    {
        this.log = log;
        this.time = time;
        Runners = [.. subscribers.Select(s => new LogSubscriberRunner(s, log, database, locks))];
        if (Runners.DistinctBy(r => r.Name, StringComparer.Ordinal).Count() != Runners.Count)
        {
            throw new InvalidOperationException("Two subscribers of the log have the same name.");
        }
    }

    public IReadOnlyList<LogSubscriberRunner> Runners { get; }

    public IReadOnlyList<LogSubscriberState> States => [.. Runners.Select(r => new LogSubscriberState(r.Name, r.Position, log.Head, r.LastError))];

    public async Task CatchUpAsync(CancellationToken cancellationToken = default)
    {
        foreach (var runner in Runners)
        {
            await runner.CatchUpAsync(time, cancellationToken);
        }
    }

    public Task RebuildAsync(string name, CancellationToken cancellationToken = default)
        => (Runners.FirstOrDefault(r => r.Name == name) ?? throw new ArgumentException($"There is no subscriber {name}.", nameof(name)))
            .RebuildAsync(time, cancellationToken);
}
