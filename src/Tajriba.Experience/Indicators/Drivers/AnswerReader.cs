using System.Text.Json;
using Tajriba.Experience.Indicators.Measure;
using Tajriba.Kernel.Log;

namespace Tajriba.Experience.Indicators.Drivers;

/// <summary>Reads the answers behind an indicator with everything that they score, the newest first.</summary>
public sealed class AnswerReader(IndicatorReader reader, IExperienceLog log)
{
    /// <summary>Answers that are read at most; intervals of drivers are narrow enough by then.</summary>
    public const int Most = 4_000;

    internal async Task<IReadOnlyList<AnswerRow>> ReadAsync(IndicatorDefinition definition, IndicatorState state, CancellationToken cancellationToken)
    {
        var selection = await reader.SelectAsync(definition, state, cancellationToken);
        var rows = selection.Observed.Rows;
        var found = new List<(long Time, long Position, double Value)>();
        selection.Each(reader.Days(definition, state), row => found.Add((rows.Times[row], rows.Positions[row], rows.Values[row])));
        var newest = found.OrderByDescending(f => f.Time).ThenByDescending(f => f.Position).Take(Most).DistinctBy(f => f.Position).ToDictionary(f => f.Position, f => f.Value);
        var answers = new List<AnswerRow>(newest.Count);
        foreach (var item in await log.GetAsync([.. newest.Keys.Order()], cancellationToken))
        {
            if (item.Attributes is { } attributes && Read(attributes, newest[item.Position]) is { } answer)
            {
                answers.Add(answer);
            }
        }

        return answers;
    }

    private static AnswerRow? Read(string attributes, double outcome)
    {
        using var document = JsonDocument.Parse(attributes);
        var said = Said(document.RootElement);
        return said.ValueKind != JsonValueKind.Object ? null : new AnswerRow(
            outcome,
            Members(said, "scores").Where(m => m.Value.ValueKind == JsonValueKind.Number).DistinctBy(m => m.Name).ToDictionary(m => m.Name, m => m.Value.GetDouble(), StringComparer.Ordinal),
            Members(said, "kano").Where(m => m.Value.ValueKind == JsonValueKind.String).DistinctBy(m => m.Name).ToDictionary(m => m.Name, m => m.Value.GetString()!, StringComparer.Ordinal));
    }

    /// <summary>Of a client's message, what it says.</summary>
    private static JsonElement Said(JsonElement root)
        => root.TryGetProperty("scores", out _) || root.TryGetProperty("kano", out _) ? root
            : root.TryGetProperty("data", out var data) ? data
            : root.TryGetProperty("properties", out var properties) ? properties : default;

    private static IEnumerable<JsonProperty> Members(JsonElement said, string name)
        => said.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.Object ? found.EnumerateObject() : Enumerable.Empty<JsonProperty>();
}
