using System.Text.Json;

namespace Tajriba.Demo.Surveys;

/// <summary>What some customers write below their scores: about the part of the visit that they liked least or most.</summary>
internal static class SurveyComments
{
    /// <summary>Of so many answers one has words.</summary>
    private const uint OneOf = 6;

    private const int Promoter = 9;
    private const int Poor = 3;
    private static readonly Dictionary<string, Words> Texts = Load();

    /// <summary>The question that the words answer and the words; null of most, and of those who clicked through.</summary>
    public static (string Question, string Text)? Of(in ServiceAnswer answer)
    {
        var drawn = (uint)answer.Code * 2_246_822_519u;
        drawn ^= drawn >> 15;
        if (answer.Hurried || drawn % OneOf != 0)
        {
            return null;
        }

        var isGlad = answer.Recommendation >= Promoter;
        var (chosen, second) = Ranked(answer, isGlad);
        var text = Draw(chosen, isGlad, answer.Language, drawn / OneOf);
        if (!isGlad && answer[second] < Poor)
        {
            text += " " + Draw(second, isGlad, answer.Language, drawn / OneOf / 7);
        }

        return (isGlad ? "praise" : "why", text);
    }

    /// <summary>The places of the part that stands out and of the next.</summary>
    private static (int First, int Second) Ranked(ServiceAnswer answer, bool isGlad)
    {
        var places = Enumerable.Range(0, DemoParameters.ServiceParts.Count).OrderBy(p => isGlad ? -answer[p] : answer[p]).ThenBy(p => (uint)(answer.Code + p) * 2_654_435_761u).ToArray();
        return (places[0], places[1]);
    }

    private static string Draw(int part, bool isGlad, string language, uint drawn)
    {
        var words = Texts[DemoParameters.ServiceParts[part].Code];
        var texts = (isGlad ? words.Better : words.Worse)[language];
        return texts[(int)(drawn % (uint)texts.Count)];
    }

    private static Dictionary<string, Words> Load()
    {
        using var file = typeof(SurveyComments).Assembly.GetManifestResourceStream("Tajriba.Demo.Surveys.comments.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, Words>>(file, JsonSerializerOptions.Web)!;
    }

    private sealed record Words(IReadOnlyDictionary<string, IReadOnlyList<string>> Worse, IReadOnlyDictionary<string, IReadOnlyList<string>> Better);
}
