using System.Text.Json;
using Tajriba.Experience.Indicators.Storage;

namespace Tajriba.Experience.Indicators.Define;

/// <summary>Definitions to begin with; data beside this file.</summary>
public static class IndicatorTemplates
{
    public static IReadOnlyList<IndicatorDefinition> All { get; } = Load();

    /// <summary>The template of a key, or null.</summary>
    public static IndicatorDefinition? Find(string? key) => All.FirstOrDefault(t => t.Key == key);

    private static IndicatorDefinition[] Load()
    {
        using var file = typeof(IndicatorTemplates).Assembly.GetManifestResourceStream("Tajriba.Experience.Indicators.Define.templates.json")!;
        return JsonSerializer.Deserialize<IndicatorDefinition[]>(file, IndicatorJson.Options)!;
    }
}
