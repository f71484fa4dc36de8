using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Capture;

/// <summary>One site on each kind of database for all the tests of a class; each test brings a source of its own.</summary>
public sealed class CaptureSites : IAsyncDisposable, IAsyncLifetime
{
    private readonly Dictionary<DatabaseProvider, CaptureSite> sites = [];

    internal async Task<CaptureSite> OnAsync(DatabaseProvider provider)
    {
        if (!sites.TryGetValue(provider, out CaptureSite? site))
        {
            sites.Add(provider, site = await CaptureSite.OpenAsync(provider));
        }

        return site;
    }

    /// <summary>A source with a key on the site of a database.</summary>
    internal async Task<CollectSite> SourceAsync(DatabaseProvider provider) => await CollectSite.OpenAsync(await OnAsync(provider));

    public Task InitializeAsync() => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (CaptureSite site in sites.Values)
        {
            await site.DisposeAsync();
        }
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();
}
