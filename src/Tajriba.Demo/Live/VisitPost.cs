using Tajriba.Client;

namespace Tajriba.Demo.Live;

/// <summary>Sends what people do on the website and in the app by our own client, one for each as in life.</summary>
internal sealed class VisitPost(Uri server, IReadOnlyDictionary<DemoSource, string> keys) : IAsyncDisposable
{
    private static readonly TimeSpan Gathered = TimeSpan.FromSeconds(1);
    private readonly Dictionary<DemoSource, TajribaClient> clients = new[] { DemoSource.Website, DemoSource.App }.ToDictionary(
        source => source,
        source => new TajribaClient(new TajribaClientOptions
        {
            Server = server,
            WriteKey = keys[source],
            BatchInterval = Gathered,
            ShutdownTimeout = Gathered,
            WhenFull = WhenFull.DropOldest,
        }));

    public async Task SendAsync(IEnumerable<LiveStep> steps, CancellationToken cancellationToken)
    {
        foreach (LiveStep step in steps)
        {
            TajribaClient client = clients[step.Source];
            await (step.Kind switch
            {
                LiveStepKind.Event => client.TrackAsync(step.User, step.Name, step.Properties, step.At, cancellationToken),
                _ when step.Source == DemoSource.App => client.ScreenAsync(step.User, step.Name, step.Properties, step.At, cancellationToken),
                _ => client.PageAsync(step.User, step.Name, step.Properties, step.At, cancellationToken),
            });
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (TajribaClient client in clients.Values)
        {
            await client.DisposeAsync();
        }
    }
}
