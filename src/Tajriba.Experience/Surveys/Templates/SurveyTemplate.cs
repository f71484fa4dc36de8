using System.Text.Json;
using Tajriba.Questionnaires;

namespace Tajriba.Experience.Surveys.Templates;

/// <summary>A survey to begin with, in all languages of the house.</summary>
/// <param name="Name">What it is called in files and addresses.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="Definition">SurveyJS JSON.</param>
/// <param name="Questionnaire">The same, read.</param>
public sealed record SurveyTemplate(string Name, string Topic, string Definition, Questionnaire Questionnaire)
{
    private static readonly string[] Order = ["nps", "csat", "ces", "after-service", "after-resolution", "branch-exit", "csi", "servqual", "kano", "enps"];

    public static IReadOnlyList<SurveyTemplate> All { get; } = [.. Order.Select(Load)];

    public static SurveyTemplate? Find(string? name) => All.FirstOrDefault(t => t.Name == name);

    private static SurveyTemplate Load(string name)
    {
        using var stream = typeof(SurveyTemplate).Assembly.GetManifestResourceStream($"{typeof(SurveyTemplate).Namespace}.{name}.json")
            ?? throw new InvalidOperationException($"The template {name} is not part of the program.");
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd();
        using var json = JsonDocument.Parse(text);
        var topic = json.RootElement.TryGetProperty("topic", out var own) ? own.GetString()! : "service";
        return new(name, topic, text, Questionnaire.Parse(text));
    }
}
