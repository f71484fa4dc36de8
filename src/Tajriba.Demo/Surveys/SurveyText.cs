using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tajriba.Demo.Catalogue;
using Tajriba.Demo.Story;
using Tajriba.Questionnaires;

namespace Tajriba.Demo.Surveys;

/// <summary>Answers to the surveys as the product itself would log them.</summary>
internal static class SurveyText
{
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Questionnaire[] Definitions = [.. DemoSurveys.All.Select(s => Questionnaire.Parse(s.Json))];

    public static byte[] Service(in ServiceAnswer answer)
    {
        var parts = new JsonObject();
        for (var i = 0; i < DemoParameters.ServiceParts.Count; i++)
        {
            parts[DemoParameters.ServiceParts[i].Code] = answer[i];
        }

        var answers = new JsonObject { ["nps"] = answer.Recommendation, ["service"] = parts };
        if (SurveyComments.Of(answer) is var (question, text))
        {
            answers[question] = text;
        }

        return Write(DemoSurveys.AfterService, answer.Language, answer.Seconds, answers, About(answer.CaseCode, EventKind.VehiclePickedUp), answer.Hurried ? ["speeding", "straight-lining"] : []);
    }

    public static byte[] Delivery(int caseCode, int score)
        => Write(DemoSurveys.AfterDelivery, "fa", 20, new JsonObject { ["delivery"] = score }, About(caseCode, EventKind.VehicleDelivered), []);

    public static byte[] Pulse(int score)
        => Write(DemoSurveys.Pulse, "fa", 12, new JsonObject { ["recommend"] = score }, new JsonObject(), []);

    private static JsonObject About(int caseCode, EventKind step)
    {
        var context = CaseText.Of(caseCode);
        context["step"] = DemoCatalogue.NameOf(step);
        return context;
    }

    private static byte[] Write(DemoSurvey survey, string language, int seconds, JsonObject answers, JsonObject context, string[] quality)
    {
        var scores = new JsonObject();
        foreach (var (name, value) in SurveyScores.Of(Definitions[survey.Place], answers).Numbers)
        {
            scores[name] = value;
        }

        return JsonSerializer.SerializeToUtf8Bytes(
            new JsonObject
            {
                ["survey"] = survey.Key,
                ["version"] = 1,
                ["language"] = language,
                ["mode"] = "personal",
                ["seconds"] = seconds,
                ["answers"] = answers,
                ["scores"] = scores,
                ["quality"] = new JsonArray([.. quality.Select(q => JsonValue.Create(q))]),
                ["context"] = context,
            },
            AsWritten);
    }
}
