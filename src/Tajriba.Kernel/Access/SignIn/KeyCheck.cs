using System.Xml.Linq;
using Microsoft.Extensions.Hosting;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Access;

/// <summary>
/// Stops the start where the database's keys are sealed with another secret than this node's. Going on would make keys of
/// its own, and the nodes would sign each other's visitors out.
/// </summary>
internal sealed class KeyCheck(IDatabase database, KeySecret secret) : IHostedLifecycleService
{
    // After the schema stands and before the framework reads or makes a key.
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        var foreign = new DatabaseKeys(database).GetAllElements()
            .SelectMany(element => element.DescendantsAndSelf(KeySealer.Element))
            .Any(element => element.Attribute(KeySealer.MarkAttribute)?.Value != secret.Mark);
        return foreign
            ? throw new KeySecretException(
                $"The keys in the database are sealed with another secret than {secret.Origin}. Give this node the secret of the others (Tajriba:KeyFile or Tajriba:Key); " +
                "where it is lost, empty the table access_keys: everybody signs in again.")
            : Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
