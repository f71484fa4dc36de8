using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Tajriba.Experience.Surveys.Respond;

/// <summary>The style sheet and scripts of the pages for respondents, compressed once; their addresses change with their content.</summary>
public sealed class RespondAssets
{
    private readonly FrozenDictionary<string, ReadyPage> files;
    private readonly FrozenDictionary<string, string> paths;

    public RespondAssets()
    {
        var assembly = typeof(RespondAssets).Assembly;
        var prefix = typeof(RespondAssets).Namespace + ".Assets.";
        var found = assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(
            n => n[prefix.Length..],
            n =>
            {
                using var stream = assembly.GetManifestResourceStream(n)!;
                var bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
                return ReadyPage.Of(bytes, long.MaxValue);
            },
            StringComparer.Ordinal);
        files = found.ToFrozenDictionary(StringComparer.Ordinal);
        paths = found.ToFrozenDictionary(f => f.Key, f => $"/s/a/{Convert.ToHexStringLower(SHA256.HashData(f.Value.Plain))[..12]}/{f.Key}", StringComparer.Ordinal);
    }

    /// <summary>The address of a file, which may be kept for ever.</summary>
    public string Path(string name) => paths[name];

    /// <summary>The file, whatever version the address asks for: an old page still finds the new one.</summary>
    internal ReadyPage? Find(string name) => files.GetValueOrDefault(name);
}
