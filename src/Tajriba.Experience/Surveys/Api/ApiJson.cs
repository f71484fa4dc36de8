using System.Text.Json;
using Tajriba.Experience.Surveys.Results;
using Tajriba.Kernel.Access;
using Tajriba.Statistics;

namespace Tajriba.Experience.Surveys.Api;

/// <summary>What the API answers, in its own words: members do not follow ours when those change.</summary>
internal static class ApiJson
{
    public static object Of(Survey survey, long responses) => new
    {
        key = survey.Key,
        title = Of(survey.Name),
        topic = survey.Topic,
        state = survey.State.ToString().ToLowerInvariant(),
        version = survey.Version,
        hasDraft = survey.Draft is not null,
        responses,
        madeAt = survey.MadeAt,
    };

    public static object Of(SurveyVersion version) => new { version = version.Number, publishedAt = version.PublishedAt, publishedBy = version.PublishedBy, definition = JsonElement.Parse(version.Body) };

    public static object Of(SurveyResponse response) => new
    {
        id = response.Position,
        survey = response.SurveyKey,
        version = response.Version,
        at = response.At,
        subject = new { type = response.SubjectType, id = response.SubjectId },
        unit = response.Unit,
        channel = response.Channel,
        language = response.Language,
        mode = response.Mode,
        seconds = response.Seconds,
        quality = response.Flags,
        answers = response.Answers,
        scores = response.Scores,
        context = response.Context is { } context ? JsonElement.Parse(context) : (JsonElement?)null,
    };

    public static object Of(Survey survey, SurveyFigures figures, AskedCount asked) => new
    {
        survey = survey.Key,
        version = survey.Version,
        n = figures.Count,
        asked = new { invited = asked.Invited, opened = asked.Opened, answeredByInvited = asked.Answered },
        quality = new { flagged = figures.Flagged, flags = figures.Flags },
        weights = survey.Margins.Count == 0 ? null : new { n = figures.Weighted, designEffect = figures.DesignEffect, effectiveN = figures.Weighted / figures.DesignEffect, notMetBy = figures.Unweighted },
        questions = figures.Questions.Select(q => new
        {
            name = q.Name,
            title = q.Title,
            n = q.IsWritten ? (int?)null : q.Answered,
            mean = Of(q.Mean),
            nps = Of(q.NetPromoter),
            weightedMean = Of(q.WeightedMean),
            weightedNps = Of(q.WeightedNetPromoter),
            effectiveN = q.WeightedMean is null && q.WeightedNetPromoter is null ? (double?)null : q.EffectiveSize,
            choices = q.Choices.Select(c => new { value = c.Value, text = c.Text, count = c.Count, share = Of(c.Share) }),
            texts = q.Texts.Select(t => new { response = t.Position, text = t.Text }),
        }),
    };

    private static object Of(LocalName name) => new { en = name.En, fa = name.Fa, ar = name.Ar };

    private static object? Of(Estimate? estimate) => estimate is { } e ? new { value = e.Value, lower = e.Lower, upper = e.Upper } : null;
}
