using System.Text.Json;

namespace Tajriba.Statistics.Tests;

/// <summary>The published oracles, where the shared folder stands beside the repository.</summary>
internal static class Shared
{
    public static JsonElement Oracle(string name)
    {
        var root = Environment.GetEnvironmentVariable("TAJRIBA_SHARED") ?? Beside();
        var path = root is null ? null : Path.Combine(root, "oracles", "statistics", name + ".json");
        Skip.If(path is null || !File.Exists(path), "The shared oracles are not here.");
        return JsonDocument.Parse(File.ReadAllText(path!)).RootElement;
    }

    private static string? Beside()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Tajriba.slnx")))
            {
                return Path.Combine(folder.FullName, "..", "shared");
            }
        }

        return null;
    }

    public static double[] Numbers(this JsonElement element) => [.. element.EnumerateArray().Select(e => e.GetDouble())];
}
