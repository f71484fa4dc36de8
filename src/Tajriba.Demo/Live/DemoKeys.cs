using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Tajriba.Kernel.Settings;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Sources;

namespace Tajriba.Demo.Live;

/// <summary>The demo's sources and their write keys. A sender must know its key, so the demo keeps them, sealed.</summary>
public sealed class DemoKeys(SourceStore store, SourceKeys open, ISettings settings, IDatabase database, IDataProtectionProvider protection)
{
    private const string Setting = "demo.keys";
    private readonly IDataProtector seal = protection.CreateProtector("Tajriba.Demo.Keys");

    /// <summary>The key of each source; sources that are not there yet are made.</summary>
    public async Task<IReadOnlyDictionary<DemoSource, string>> OpenAsync(CancellationToken cancellationToken = default)
    {
        Dictionary<string, Kept> kept = await settings.GetAsync<Dictionary<string, Kept>>(Setting, [], cancellationToken);
        var keys = new Dictionary<DemoSource, string>();
        foreach (DemoSource source in DemoSource.All)
        {
            if (kept.TryGetValue(source.Code, out Kept? before) && Unseal(before.Sealed) is { } known)
            {
                keys.Add(source, known);
                continue;
            }

            long id = before?.Source ?? await store.AddAsync(source.Name, source.Channel, null, cancellationToken);
            string key = await store.IssueKeyAsync(id, cancellationToken);
            kept[source.Code] = new Kept(id, seal.Protect(key));
            await database.WriteAsync((transaction, cancel) => settings.SetAsync(transaction, Setting, kept, cancel), cancellationToken);
            keys.Add(source, key);
        }

        await open.RefreshAsync(cancellationToken);
        return keys;
    }

    private string? Unseal(string text)
    {
        try
        {
            return seal.Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private sealed record Kept(long Source, string Sealed);
}
