using System.Text.Json.Nodes;

namespace Tajriba.Experience.Surveys.Invite;

/// <summary>The question that a survey begins with, where one click can answer it: a scale of at most eleven steps.</summary>
/// <param name="Name">Name in the definition.</param>
/// <param name="Values">Steps, the lowest first.</param>
/// <param name="Titles">Title by language; <c>default</c> for the survey's own.</param>
internal sealed record FirstQuestion(string Name, IReadOnlyList<string> Values, IReadOnlyDictionary<string, string> Titles)
{
    private const int MostSteps = 11;

    /// <summary>The first question of a SurveyJS definition, or null where it is no scale or hidden at first.</summary>
    public static FirstQuestion? Of(string definition)
    {
        var root = JsonNode.Parse(definition);
        var elements = (root?["pages"] is JsonArray { Count: > 0 } pages ? pages[0]?["elements"] : root?["elements"]) as JsonArray;
        if (elements?.FirstOrDefault(e => (string?)e?["type"] is not ("html" or "image")) is not JsonObject question || (string?)question["type"] != "rating" || question.ContainsKey("visibleIf")
            || (string?)question["name"] is not { } name)
        {
            return null;
        }

        var values = StepsOf(question);
        return values.Count is > 1 and <= MostSteps ? new FirstQuestion(name, values, TitlesOf(question["title"], name)) : null;
    }

    public string TitleIn(string language) => Titles.TryGetValue(language, out var title) || Titles.TryGetValue("default", out title) ? title : Name;

    private static List<string> StepsOf(JsonObject question)
    {
        if (question["rateValues"] is JsonArray { Count: > 0 } listed)
        {
            return [.. listed.Select(v => (v is JsonObject item ? item["value"] : v)?.ToString() ?? "")];
        }

        int least = (int?)question["rateMin"] ?? 1;
        int most = (int?)question["rateMax"] ?? (least + ((int?)question["rateCount"] ?? 5) - 1);
        int step = Math.Max(1, (int?)question["rateStep"] ?? 1);
        return [.. Enumerable.Range(0, Math.Clamp(((most - least) / step) + 1, 0, MostSteps + 1)).Select(i => (least + (i * step)).ToString(System.Globalization.CultureInfo.InvariantCulture))];
    }

    private static Dictionary<string, string> TitlesOf(JsonNode? title, string name) => title switch
    {
        JsonObject many => many.Where(m => m.Value is JsonValue).ToDictionary(m => m.Key, m => m.Value!.ToString()),
        JsonValue one => new() { ["default"] = one.ToString() },
        _ => new() { ["default"] = name },
    };
}
