using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Tajriba.Questionnaires;

namespace Tajriba.Experience.Surveys.Quality;

/// <summary>Looks at how an answer was given.</summary>
public static class ResponseQuality
{
    /// <summary>Alike questions in a row from which one choice down all of them is noticed.</summary>
    public const int LeastBlock = 4;

    /// <summary>Whether it went faster than people read.</summary>
    /// <param name="seconds">From the first page to the last, above 0.</param>
    /// <param name="answered">Questions answered.</param>
    /// <param name="usualPerQuestion">Median seconds a question of earlier answers to the version, or null where there are too few.</param>
    public static bool IsSpeeding(double seconds, int answered, double? usualPerQuestion)
        => answered > 0 && (seconds / answered is var each && (each < 1 || (usualPerQuestion is { } usual && each < usual / 3)));

    /// <summary>Whether a matrix, or a block of ratings on one scale and page, has one choice throughout.</summary>
    public static bool IsStraight(Questionnaire questionnaire, JsonObject answers)
    {
        ArgumentNullException.ThrowIfNull(questionnaire);
        ArgumentNullException.ThrowIfNull(answers);
        return questionnaire.Elements.OfType<MatrixQuestion>().Any(m => answers[m.ValueName] is JsonObject lines && IsOne([.. lines.Select(l => l.Value?.ToJsonString())]))
            || questionnaire.Pages.Any(p => Ratings(p.Elements)
                .GroupBy(r => (r.RateMin, r.RateMax, r.RateStep))
                .Any(block => IsOne([.. block.Select(r => answers[r.ValueName]?.ToJsonString()).Where(a => a is not null)])));
    }

    /// <summary>Equal for equal answers, whatever their order.</summary>
    public static string Fingerprint(JsonObject answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var text = string.Join('\n', answers.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => a.Key + "=" + a.Value?.ToJsonString()));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Questions answered: lines of a matrix each.</summary>
    public static int Answered(JsonObject answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return answers.Sum(a => a.Key.EndsWith("-Comment", StringComparison.Ordinal) ? 0 : a.Value is JsonObject lines ? Math.Max(1, lines.Count) : 1);
    }

    private static bool IsOne(string?[] choices) => choices.Length >= LeastBlock && choices.All(c => c == choices[0]);

    private static IEnumerable<RatingQuestion> Ratings(IEnumerable<Element> elements)
        => elements.SelectMany(e => e switch
        {
            RatingQuestion rating => [rating],
            PanelElement panel => Ratings(panel.Elements),
            _ => [],
        });
}
