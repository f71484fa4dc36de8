using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tajriba.Experience.Journeys.Storage;

namespace Tajriba.Experience.Journeys.Instances;

/// <summary>Reads the journeys and finds their friction once the product has started, so that the first who asks need not wait.</summary>
internal sealed partial class JourneyWarmUp(IServiceScopeFactory scopes, InstanceLogs instances, InstanceResults results, ILogger<JourneyWarmUp> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Yield();
            var definitions = await DefinitionsAsync(stoppingToken);
            await instances.WarmAsync(definitions, stoppingToken);
            foreach (var definition in definitions)
            {
                var log = await instances.GetAsync(definition, stoppingToken);
                await Task.Run(() => JourneyReader.FrictionOfAll(results, log), stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped while it was at it: nothing is lost.
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            NotWarm(error);
        }
    }

    private async Task<IReadOnlyList<JourneyDefinition>> DefinitionsAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<JourneyStore>().ListAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The journeys could not be read ahead; they are read when somebody asks")]
    private partial void NotWarm(Exception error);
}
