using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Access;

/// <summary>Notices changes made by other nodes, so that a revoked right ends everywhere within seconds.</summary>
internal sealed partial class AccessWatch(IDatabase database, AccessSignal signal, TimeProvider time, ILogger<AccessWatch> logger) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var connection = await database.OpenAsync(stoppingToken);
                signal.Announce(await connection.Sql("SELECT version FROM access_version").NumberAsync(stoppingToken) ?? 0);
            }
            catch (DbException failure)
            {
                LogUnreadable(failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The version of the access tables could not be read")]
    private partial void LogUnreadable(Exception failure);
}
