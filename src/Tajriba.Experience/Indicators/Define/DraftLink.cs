using System.Text.Json;
using Tajriba.Experience.Indicators.Storage;

namespace Tajriba.Experience.Indicators.Define;

/// <summary>Leads back to the form with what was typed and what is wrong with it; nothing typed is lost.</summary>
internal static class DraftLink
{
    /// <summary>To the form of a new one, filled in.</summary>
    public static string New(IndicatorDefinition draft) => $"/indicators/new?draft={Uri.EscapeDataString(JsonSerializer.Serialize(draft, IndicatorJson.Options))}";

    public static string To(IndicatorDefinition draft, bool exists, IndicatorError.Invalid error)
        => $"/indicators/{(exists ? draft.Key + "/edit" : "new")}?wrong={error.Member}&reason={error.Reason}&draft={Uri.EscapeDataString(JsonSerializer.Serialize(draft, IndicatorJson.Options))}";

    public static IndicatorDefinition? Read(string? draft)
    {
        try
        {
            return draft is null ? null : JsonSerializer.Deserialize<IndicatorDefinition>(draft, IndicatorJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
