using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Log;

internal sealed class LogSubscribers : ILogSubscribers
{
    private const string Timelines = "timelines";
    private readonly ExperienceLog log;
    private readonly TimeProvider time;

    public LogSubscribers(IEnumerable<ILogSubscriber> subscribers, ExperienceLog log, IDatabase database, INodeLocks locks, TimeProvider time)
    {
        this.log = log;
        this.time = time;
        Runners = [.. subscribers.Select(s => new LogSubscriberRunner(s, log, database, locks))];
        if (Runners.Select(r => r.Name).Append(Timelines).Distinct(StringComparer.Ordinal).Count() != Runners.Count + 1)
        {
            throw new InvalidOperationException("Two subscribers of the log have the same name.");
        }
    }

    public IReadOnlyList<LogSubscriberRunner> Runners { get; }

    public long Head => log.Head;

    public IReadOnlyList<LogSubscriberState> States => [.. Runners.Select(r => new LogSubscriberState(r.Name, r.Position, log.Head, r.LastError))];

    public async Task CatchUpAsync(CancellationToken cancellationToken = default)
    {
        foreach (var runner in Runners)
        {
            await runner.CatchUpAsync(time, cancellationToken);
        }
    }

    public Task RebuildAsync(string name, CancellationToken cancellationToken = default)
        => name == Timelines ? log.Merger.RebuildAsync(cancellationToken) : RunnerOf(name).RebuildAsync(time, cancellationToken);

    private LogSubscriberRunner RunnerOf(string name)
        => Runners.FirstOrDefault(r => r.Name == name) ?? throw new ArgumentException($"There is no subscriber {name}.", nameof(name));
}
