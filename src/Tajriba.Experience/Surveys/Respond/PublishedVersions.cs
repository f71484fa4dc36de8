using System.Collections.Concurrent;
using Tajriba.Experience.Surveys.Storage;
using Tajriba.Questionnaires;

namespace Tajriba.Experience.Surveys.Respond;

/// <summary>The versions that are asked, read once and kept; they never change.</summary>
public sealed class PublishedVersions(SurveyStore store)
{
    private const int Most = 500;

    private readonly ConcurrentDictionary<(long Survey, int Version), Published> known = new();

    internal async ValueTask<Published?> FindAsync(long surveyId, int version, CancellationToken cancellationToken)
    {
        if (known.TryGetValue((surveyId, version), out var published))
        {
            return published;
        }

        if (await store.VersionAsync(surveyId, version, cancellationToken) is not { } stored || !Questionnaire.TryParse(stored.Body, out var questionnaire, out _))
        {
            return null;
        }

        if (known.Count >= Most)
        {
            known.Clear();
        }

        return known.GetOrAdd((surveyId, version), new Published(surveyId, version, questionnaire));
    }
}
