using Tajriba.Questionnaires;
using Tajriba.Statistics;

namespace Tajriba.Experience.Surveys.Results;

/// <summary>Counts answers question by question; every share carries its interval, and with too few there is none.</summary>
internal static class SurveyResults
{
    /// <summary>Answers below which no share and no mean is told.</summary>
    public const int Enough = 10;

    private const int MostOtherValues = 50;

    public static IReadOnlyList<QuestionResult> Of(Questionnaire questionnaire, AnswerColumns columns, bool[] chosen, Weighting? weighting, string language)
        =>
        [
            .. questionnaire.Elements.OfType<Question>().SelectMany(q => q is CommentQuestion or TextQuestion { InputType: not ("number" or "range") }
                ? [new QuestionResult(q.ValueName, q.Title?.For(language) is { Length: > 0 } title ? title : q.Name, 0) { IsWritten = true }]
                : CountedQuestion.Of(q).Select(c => Of(c, columns.Answer(c.Name)!, chosen, weighting, language))).DistinctBy(q => q.Name),
        ];

    private static QuestionResult Of(CountedQuestion question, AnswerColumn column, bool[] chosen, Weighting? weighting, string language)
    {
        var (counts, weights, squares) = Counts(column, chosen, weighting?.Weights is { Length: > 0 } w ? w : null);
        var answered = (int)counts.Sum();
        var promotes = question.Question.Measure is Measure.Nps or Measure.Enps;
        var numbers = question.IsScale ? Enumerable.Range(0, counts.Length).Where(c => counts[c] > 0).Select(c => (Number: column.NumberOf(c), Count: counts[c], Weight: weights[c])).Where(n => double.IsFinite(n.Number)).ToList() : [];
        var isScore = promotes && numbers.All(n => n.Number is >= 0 and <= 10);
        var effective = squares > 0 ? weights.Sum() * weights.Sum() / squares : 0;
        return new QuestionResult(question.Name, question.TitleIn(language), answered)
        {
            Choices = question.IsCounted ? Choices(question, column, counts, answered, language) : [],
            Mean = promotes ? null : MeanOf(numbers.Select(n => (n.Number, (double)n.Count)), numbers.Sum(n => n.Count)),
            NetPromoter = isScore && numbers.Sum(n => n.Count) >= Enough ? ScoreOf(numbers.Select(n => (n.Number, (double)n.Count)), numbers.Sum(n => n.Count)) : null,
            WeightedMean = promotes || effective < Enough ? null : MeanOf(numbers.Select(n => (n.Number, n.Weight)), effective),
            WeightedNetPromoter = isScore && effective >= Enough ? ScoreOf(numbers.Select(n => (n.Number, n.Weight)), effective) : null,
            EffectiveSize = effective,
        };
    }

    /// <summary>Of each code how many gave it, what they weigh together, and the squares of all weights.</summary>
    private static (long[] Counts, double[] Weights, double Squares) Counts(AnswerColumn column, bool[] chosen, double[]? each)
    {
        var counts = new long[column.Values.Count];
        var weights = new double[column.Values.Count];
        var squares = 0.0;
        var codes = column.Codes;
        for (var i = 0; i < chosen.Length; i++)
        {
            if (!chosen[i] || codes[i] < 0)
            {
                continue;
            }

            counts[codes[i]]++;
            if (each is not null)
            {
                weights[codes[i]] += each[i];
                squares += each[i] * each[i];
            }
        }

        return (counts, weights, squares);
    }

    private static List<ChoiceResult> Choices(CountedQuestion question, AnswerColumn column, long[] counts, int answered, string language)
    {
        var byValue = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var code = 0; code < counts.Length; code++)
        {
            foreach (var value in counts[code] > 0 ? column.Values[code] : [])
            {
                byValue[value] = byValue.GetValueOrDefault(value) + counts[code];
            }
        }

        var known = question.Choices.Select(c => (c.Key, Text: c.Text?.For(language) ?? c.Key)).ToList();
        known.AddRange(byValue.Keys.Where(k => !question.Choices.Any(c => c.Key == k)).Order(StringComparer.Ordinal).Take(MostOtherValues).Select(k => (k, k)));
        return [.. known.Select(c => (c.Key, c.Text, Count: byValue.GetValueOrDefault(c.Key))).Select(c => new ChoiceResult(c.Key, c.Text, (int)c.Count, answered >= Enough ? Proportion.Wilson(c.Count, answered) : null))];
    }

    /// <summary>Mean of counted, or weighed, numbers; with weights as sure as that many answers without would be.</summary>
    private static Estimate? MeanOf(IEnumerable<(double Number, double Weight)> numbers, double size)
    {
        var all = numbers.ToList();
        if (size < Enough || all.Sum(n => n.Weight) is not (> 0 and var sum))
        {
            return null;
        }

        var mean = all.Sum(n => n.Number * n.Weight) / sum;
        var variance = all.Sum(n => n.Weight * (n.Number - mean) * (n.Number - mean)) / sum * size / (size - 1);
        return MeanInterval.Student(new SampleSummary((long)size, mean, Math.Sqrt(variance)));
    }

    private static Estimate ScoreOf(IEnumerable<(double Number, double Weight)> numbers, double size)
    {
        var all = numbers.ToList();
        var sum = all.Sum(n => n.Weight);
        return new NetPromoter(size, all.Where(n => n.Number >= 9).Sum(n => n.Weight) / sum, all.Where(n => n.Number < 7).Sum(n => n.Weight) / sum).Interval();
    }
}
