using System.Text.Json.Nodes;

namespace Tajriba.Questionnaires;

/// <summary>
/// What a respondent's answers amount to, by the members <c>measure</c>, <c>attribute</c>, <c>weight</c> and <c>pair</c> of the questions.
/// On a matrix each row is an attribute, unless the matrix names one itself: then its rows are items of that one.
/// </summary>
/// <param name="Numbers">
/// <c>nps</c> and <c>enps</c> 0 to 10, <c>csat</c> and <c>ces</c> as answered (of several the mean; those with an attribute also by
/// themselves, <c>csat.speed</c>); <c>csi</c> 0 to 100, the weighted mean of the attributes <c>csi.speed</c>, each the mean place on its
/// scale; <c>servqual.reliability</c>, perception minus expectation (Parasuraman, Zeithaml and Berry 1988), and both under
/// <c>servqual.reliability.expectation</c> and <c>.perception</c>. What was not answered is absent.
/// </param>
/// <param name="Kano">By feature the category's letter (A, O, M, I, R, Q) by the table of Berger et al. 1993.</param>
public sealed record SurveyScores(IReadOnlyDictionary<string, double> Numbers, IReadOnlyDictionary<string, string> Kano)
{
    private const int KanoAnswers = 5;

    /// <summary>Rows by the functional answer, columns by the dysfunctional one: like, must be, neutral, can live with, dislike.</summary>
    private static readonly string[] KanoTable = ["QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ"];

    /// <summary>Scores answers.</summary>
    /// <param name="questionnaire">What was asked.</param>
    /// <param name="answers">What was answered, as a run gives it; what fits no scale is left out.</param>
    public static SurveyScores Of(Questionnaire questionnaire, JsonObject answers)
    {
        ArgumentNullException.ThrowIfNull(questionnaire);
        ArgumentNullException.ThrowIfNull(answers);
        var numbers = new Dictionary<string, double>(StringComparer.Ordinal);
        var kano = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var measured in MeasuredAnswer.All(questionnaire, answers).GroupBy(answer => answer.Measure))
        {
            switch (measured.Key)
            {
                case Measure.Nps:
                    numbers["nps"] = measured.First().Value;
                    break;
                case Measure.Enps:
                    numbers["enps"] = measured.First().Value;
                    break;
                case Measure.Csat:
                    Means(numbers, "csat", measured);
                    break;
                case Measure.Ces:
                    Means(numbers, "ces", measured);
                    break;
                case Measure.Csi:
                    Index(numbers, measured);
                    break;
                case Measure.Servqual:
                    Gaps(numbers, measured);
                    break;
                default:
                    Categories(kano, measured);
                    break;
            }
        }

        return new SurveyScores(numbers, kano);
    }

    private static void Means(Dictionary<string, double> numbers, string name, IEnumerable<MeasuredAnswer> answers)
    {
        numbers[name] = answers.Average(answer => answer.Value);
        foreach (var attribute in answers.Where(answer => answer.Attribute is not null).GroupBy(answer => answer.Attribute))
        {
            numbers[$"{name}.{attribute.Key}"] = attribute.Average(answer => answer.Value);
        }
    }

    private static void Index(Dictionary<string, double> numbers, IEnumerable<MeasuredAnswer> answers)
    {
        double sum = 0, weights = 0;
        foreach (var attribute in answers.GroupBy(answer => answer.Attribute))
        {
            var level = 100 * attribute.Average(answer => answer.Level);
            var weight = attribute.First().Weight;
            if (attribute.Key is not null)
            {
                numbers[$"csi.{attribute.Key}"] = level;
            }

            sum += weight * level;
            weights += weight;
        }

        numbers["csi"] = sum / weights;
    }

    private static void Gaps(Dictionary<string, double> numbers, IEnumerable<MeasuredAnswer> answers)
    {
        foreach (var dimension in answers.Where(answer => answer.Attribute is not null).GroupBy(answer => answer.Attribute))
        {
            var expected = Mean(dimension, MeasurePair.Expectation);
            var perceived = Mean(dimension, MeasurePair.Perception);
            Add($"servqual.{dimension.Key}.expectation", expected);
            Add($"servqual.{dimension.Key}.perception", perceived);
            Add($"servqual.{dimension.Key}", perceived - expected);
        }

        void Add(string name, double? value)
        {
            if (value is not null)
            {
                numbers[name] = value.Value;
            }
        }

        static double? Mean(IEnumerable<MeasuredAnswer> answers, MeasurePair pair)
            => answers.Where(answer => answer.Pair == pair).Select(answer => (double?)answer.Value).Average();
    }

    private static void Categories(Dictionary<string, string> kano, IEnumerable<MeasuredAnswer> answers)
    {
        foreach (var feature in answers.Where(answer => answer.Attribute is not null).GroupBy(answer => answer.Attribute!))
        {
            if (Answer(feature, MeasurePair.Functional) is { } functional && Answer(feature, MeasurePair.Dysfunctional) is { } dysfunctional)
            {
                kano[feature.Key] = KanoTable[functional - 1][dysfunctional - 1].ToString();
            }
        }

        static int? Answer(IEnumerable<MeasuredAnswer> answers, MeasurePair pair)
            => answers.FirstOrDefault(answer => answer.Pair == pair) is { Value: >= 1 and <= KanoAnswers } answer && answer.Value == Math.Floor(answer.Value)
                ? (int)answer.Value
                : null;
    }
}
