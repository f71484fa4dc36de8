using System.Text.Json;

namespace Tajriba.Statistics.Tests;

/// <summary>The published oracles.</summary>
internal static class Shared
{
    public static JsonElement Oracle(string name)
        => JsonDocument.Parse(File.ReadAllText(Checkout.Shared("oracles", "statistics", name + ".json"))).RootElement;

    public static double[] Numbers(this JsonElement element) => [.. element.EnumerateArray().Select(e => e.GetDouble())];
}
