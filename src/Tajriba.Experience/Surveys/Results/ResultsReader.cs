using System.Text.Json;
using Tajriba.Experience.Surveys.Respond;

namespace Tajriba.Experience.Surveys.Results;

/// <summary>The figures of a survey, over all its answers.</summary>
public sealed class ResultsReader
{
    private const int MostTexts = 20;
    private const int LookedAt = 400;

    private readonly PublishedVersions versions;
    private readonly ResponseStore responses;
    private readonly AnswerMemory memory;

    internal ResultsReader(PublishedVersions versions, ResponseStore responses, AnswerMemory memory)
    {
        this.versions = versions;
        this.responses = responses;
        this.memory = memory;
    }

    /// <summary>What the filter lets through, question by question of the version that is asked; null before the first.</summary>
    public async Task<SurveyFigures?> ReadAsync(Survey survey, ResponseFilter filter, string language, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(survey);
        ArgumentNullException.ThrowIfNull(filter);
        if (await versions.FindAsync(survey.Id, survey.Version, cancellationToken) is not { } published)
        {
            return null;
        }

        var figures = await memory.LookAsync(
            survey.Key, published.Questionnaire, survey.Margins,
            columns =>
            {
                var chosen = columns.Choose(filter);
                var weighting = Weighting.Of(columns, chosen, survey.Margins);
                var (any, each) = columns.Flags(chosen);
                return new SurveyFigures(chosen.Count(c => c), any, each, SurveyResults.Of(published.Questionnaire, columns, chosen, weighting, language))
                {
                    Weighted = weighting is { Empty: null } ? weighting.Answers : 0,
                    DesignEffect = weighting?.DesignEffect ?? 1,
                    Unweighted = weighting?.Empty,
                };
            },
            cancellationToken);
        return figures.Questions.Any(q => q.IsWritten) ? figures with { Questions = await WithTextsAsync(figures.Questions, filter, cancellationToken) } : figures;
    }

    /// <summary>A page of answers, newest first, and how many there are.</summary>
    public async Task<(IReadOnlyList<SurveyResponse> Rows, int Total)> RowsAsync(Survey survey, ResponseFilter filter, int skip, int take, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(survey);
        ArgumentNullException.ThrowIfNull(filter);
        if (await versions.FindAsync(survey.Id, survey.Version, cancellationToken) is not { } published)
        {
            return (await responses.ListAsync(filter with { Answer = null }, skip, take, cancellationToken), (int)await responses.CountAsync(filter with { Answer = null }, cancellationToken));
        }

        if (filter.Answer is null)
        {
            var total = await memory.LookAsync(survey.Key, published.Questionnaire, survey.Margins, columns => columns.Choose(filter).Count(c => c), cancellationToken);
            return (await responses.ListAsync(filter, skip, take, cancellationToken), total);
        }

        var positions = await memory.LookAsync(survey.Key, published.Questionnaire, survey.Margins, columns => columns.Newest(columns.Choose(filter)), cancellationToken);
        return (await responses.GetAsync([.. positions.Skip(skip).Take(take)], cancellationToken), positions.Count);
    }

    /// <summary>The last words of people, from the newest answers.</summary>
    private async Task<IReadOnlyList<QuestionResult>> WithTextsAsync(IReadOnlyList<QuestionResult> questions, ResponseFilter filter, CancellationToken cancellationToken)
    {
        var newest = await responses.ListAsync(filter, 0, LookedAt, cancellationToken);
        return
        [
            .. questions.Select(q => !q.IsWritten ? q : q with
            {
                Texts = [.. newest.Where(r => r.Answers[q.Name]?.GetValueKind() == JsonValueKind.String).Select(r => (r.Position, r.Answers[q.Name]!.GetValue<string>())).Where(t => t.Item2.Length > 0).Take(MostTexts)],
            }),
        ];
    }
}
