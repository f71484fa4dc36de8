using System.Text.Json;
using System.Text.Json.Nodes;
using Tajriba.Kernel.Log;

namespace Tajriba.Experience.Surveys.Results;

/// <summary>Reads an answer from its event. Sources outside may leave out or mistake anything: then that is not known.</summary>
internal static class ResponseReader
{
    /// <summary>The answer, or null where the event does not say to which survey.</summary>
    public static SurveyResponse? Read(LoggedEvent item)
    {
        JsonObject attributes;
        try
        {
            attributes = JsonNode.Parse(item.Attributes ?? "{}", documentOptions: new() { AllowDuplicateProperties = false }) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            return null;
        }

        var key = Text(attributes, "survey") ?? item.Objects.FirstOrDefault(o => o.Type == "survey").Id;
        return string.IsNullOrEmpty(key) ? null : new SurveyResponse
        {
            Position = item.Position,
            SurveyKey = key,
            Version = Number(attributes, "version") is >= 0 and <= int.MaxValue and var version ? (int)version : 0,
            At = item.Time,
            SubjectType = item.Objects[0].Type,
            SubjectId = item.Objects[0].Id,
            Unit = item.Unit,
            Channel = item.Channel,
            Language = Text(attributes, "language"),
            Mode = Text(attributes, "mode"),
            Seconds = Number(attributes, "seconds") is > 0 and var seconds ? seconds : null,
            Answers = Object(attributes, "answers") ?? [],
            Scores = Object(attributes, "scores") ?? [],
            Flags = attributes["quality"] is JsonArray flags ? [.. flags.OfType<JsonValue>().Select(f => f.ToString())] : [],
            Context = Object(attributes, "context")?.ToJsonString(),
            IsTest = attributes["test"] is JsonValue test && test.GetValueKind() == JsonValueKind.True,
        };
    }

    private static string? Text(JsonObject attributes, string name)
        => attributes[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static double? Number(JsonObject attributes, string name)
        => attributes[name] is JsonValue value && value.TryGetValue<double>(out var number) && double.IsFinite(number) ? number : null;

    private static JsonObject? Object(JsonObject attributes, string name) => attributes[name]?.DeepClone() as JsonObject;
}
