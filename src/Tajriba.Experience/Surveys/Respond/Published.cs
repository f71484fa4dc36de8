using System.Collections.Concurrent;
using Tajriba.Kernel.Access;
using Tajriba.Questionnaires;

namespace Tajriba.Experience.Surveys.Respond;

/// <summary>A version that is asked, read once.</summary>
internal sealed class Published
{
    public Published(long surveyId, int version, Questionnaire questionnaire)
    {
        SurveyId = surveyId;
        Version = version;
        Questionnaire = questionnaire;
        var first = Known(questionnaire.Locale.Length == 0 ? "en" : questionnaire.Locale);
        Languages = [.. questionnaire.Locales.Select(Known).Prepend(first).OfType<string>().Distinct()];
        if (Languages.Count == 0)
        {
            Languages = ["en"];
        }
    }

    public long SurveyId { get; }

    public int Version { get; }

    public Questionnaire Questionnaire { get; }

    /// <summary>Languages of ours in which it can be asked, its own first.</summary>
    public IReadOnlyList<string> Languages { get; }

    /// <summary>First pages as they go out to whoever has answered nothing yet, by language and manner.</summary>
    public ConcurrentDictionary<(string Language, Manner Manner), ReadyPage> FirstPages { get; } = new();

    private static string? Known(string locale)
        => ReaderPreferences.Languages.FirstOrDefault(l => locale.Equals(l, StringComparison.OrdinalIgnoreCase) || locale.StartsWith(l + "-", StringComparison.OrdinalIgnoreCase));
}
