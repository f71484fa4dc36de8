using System.Text.Json.Nodes;

namespace Tajriba.Questionnaires;

/// <summary>One answer that measures something.</summary>
/// <param name="Measure">What it measures.</param>
/// <param name="Attribute">The service attribute, feature or dimension; null where the question names none.</param>
/// <param name="Pair">Which half of a pair it is.</param>
/// <param name="Weight">Its weight.</param>
/// <param name="Value">The answer's number.</param>
/// <param name="Scale">The scale it is on.</param>
internal sealed record MeasuredAnswer(Measure Measure, string? Attribute, MeasurePair? Pair, double Weight, double Value, AnswerScale Scale)
{
    /// <summary>Place on the scale, 0 to 1.</summary>
    public double Level => (Value - Scale.Min) / (Scale.Max - Scale.Min);

    /// <summary>The answers that measure, in the order of the definition.</summary>
    public static IEnumerable<MeasuredAnswer> All(Questionnaire questionnaire, JsonObject answers)
    {
        foreach (var question in questionnaire.Elements.OfType<Question>())
        {
            var given = answers[question.ValueName];
            var found = question switch
            {
                GridQuestion grid when given is JsonObject rows => grid.Rows.SelectMany(row => grid.Columns.SelectMany(column => Of(column.Cell, row.Key, row.Weight, (rows[row.Key] as JsonObject)?[column.Name]))),
                MatrixQuestion { Rows.Count: > 0 } matrix when given is JsonObject rows => matrix.Rows.SelectMany(row => Of(matrix, row.Key, row.Weight, rows[row.Key])),
                _ => Of(question, null, null, given),
            };
            foreach (var answer in found)
            {
                yield return answer;
            }
        }
    }

    private static IEnumerable<MeasuredAnswer> Of(Question question, string? row, double? weight, JsonNode? given)
    {
        if (question.Measure is { } measure && AnswerScale.Of(question) is { } scale && scale.Of(given) is { } value)
        {
            yield return new MeasuredAnswer(measure, question.Attribute ?? row, question.Pair, weight is > 0 ? weight.Value : question.Weight, value, scale);
        }
    }
}
