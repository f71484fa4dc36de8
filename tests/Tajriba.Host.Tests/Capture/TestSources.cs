using Microsoft.Extensions.DependencyInjection;
using Tajriba.Touchpoints.Capture.Sources;

namespace Tajriba.Host.Tests.Capture;

/// <summary>Sources of the tests.</summary>
internal static class TestSources
{
    /// <summary>A new source and its key, which is good at once where it was made.</summary>
    public static async Task<(long Id, string Key)> SourceAsync(this IServiceProvider services, string name, string? channel = null, string? unit = null)
    {
        var store = services.GetRequiredService<SourceStore>();
        long id = await store.AddAsync(name, channel, unit);
        string key = await store.IssueKeyAsync(id);
        await services.GetRequiredService<SourceKeys>().RefreshAsync();
        return (id, key);
    }
}
