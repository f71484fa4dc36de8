using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Access;

/// <summary>Notices changes made by other nodes, so that a revoked right ends everywhere within seconds; drops old failed tries and sessions.</summary>
internal sealed partial class AccessWatch(IDatabase database, AccessSignal signal, AttemptLimiter limiter, OpenSessions sessions, TimeProvider time, ILogger<AccessWatch> logger) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan Forgetting = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        var forgotten = DateTimeOffset.MinValue;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var connection = await database.OpenAsync(stoppingToken);
                signal.Announce(await connection.Command("SELECT version FROM access_version").ScalarAsync<long?>(stoppingToken) ?? 0);
                if (time.GetUtcNow() - forgotten >= Forgetting)
                {
                    await limiter.ForgetAsync(stoppingToken);
                    await sessions.ForgetAsync(stoppingToken);
                    forgotten = time.GetUtcNow();
                }
            }
            catch (DbException failure)
            {
                LogFailed(failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The access tables could not be looked after")]
    private partial void LogFailed(Exception failure);
}
